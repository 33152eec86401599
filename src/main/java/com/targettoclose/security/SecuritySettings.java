package com.targettoclose.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of access, {@code t2c.security.*}.
 *
 * @param adminPassword the password of the first {@code admin}, at least {@value #MIN_PASSWORD} characters, from the
 *     environment ({@code T2C_ADMIN_PASSWORD}); read only while nobody administers this installation
 */
@ConfigurationProperties("t2c.security")
record SecuritySettings(@DefaultValue("") String adminPassword) {

    /** Characters of a new password at least. */
    static final int MIN_PASSWORD = 12;

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "SecuritySettings[adminPassword=***]";
    }
}
