package com.targettoclose.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Lets settings of ours that refuse their values say so in their own words, the missing ledger key for one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnusableSettingsAnalyzer implements FailureAnalyzer {

    private static final String OURS = "t2c.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var binding = find(failure, BindException.class);
        var reason = find(binding, IllegalArgumentException.class);
        if (find(failure, ConfigurationPropertiesBindException.class) == null
                || binding == null
                || reason == null
                || !binding.getName().toString().startsWith(OURS)) {
            return null;
        }
        return new FailureAnalysis(
                "The settings '" + binding.getName() + "' are missing or cannot be used.",
                String.valueOf(reason.getMessage()),
                failure);
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
