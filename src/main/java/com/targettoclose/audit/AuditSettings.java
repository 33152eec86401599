package com.targettoclose.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit trail, {@code t2c.audit.*}.
 *
 * @param keep how long a line is kept; once a day what is older is deleted. Ledgers are kept as they are
 */
@ConfigurationProperties("t2c.audit")
record AuditSettings(@DefaultValue("365d") Duration keep) {

    /** @throws IllegalArgumentException where nothing would be kept */
    AuditSettings {
        if (keep.toDays() < 1) {
            throw new IllegalArgumentException("Set t2c.audit.keep to one day or more, such as 365d.");
        }
    }
}
