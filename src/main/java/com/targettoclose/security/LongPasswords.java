package com.targettoclose.security;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/**
 * What a new password must be like: long, and nothing else. Rules about capital letters and signs make people choose
 * what is easy to guess (NIST SP 800-63B, 5.1.1.2). Passwords from before stay as they are.
 */
final class LongPasswords implements PasswordPolicy {

    private final List<PasswordPolicyRule> rules =
            List.of(new PasswordPolicyLengthRuleImpl(SecuritySettings.MIN_PASSWORD));

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }
}
