package com.targettoclose.security;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The engine's own check of a password, which is left where people change theirs: slowed down as a sign-in is. The engine
 * would count wrong ones at the user and lock the account, so that somebody else could lock it.
 */
@Component
class EnginePasswords implements SessionFactory {

    private final Throttle throttle;

    EnginePasswords(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public Class<?> getSessionType() {
        return Throttled.class;
    }

    @Override
    public Session openSession() {
        return new Throttled(throttle);
    }

    private static final class Throttled extends DbIdentityServiceProvider {

        private final Throttle throttle;

        Throttled(Throttle throttle) {
            this.throttle = throttle;
        }

        @Override
        public boolean checkPassword(String userId, String password) {
            if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
                return super.checkPassword(userId, password);
            }
            try {
                return throttle.attempt(
                        web.getRequest().getRemoteAddr(), userId, () -> super.checkPassword(userId, password));
            } catch (TooManyAttempts e) {
                throw new BadUserRequestException(e.getMessage(), e);
            }
        }

        @Override
        protected boolean isUserLocked(UserEntity user) {
            return false;
        }

        @Override
        protected void lockUser(UserEntity user) {
            // see Throttle
        }

        @Override
        protected IdentityOperationResult unlockUser(UserEntity user) {
            return new IdentityOperationResult(user, IdentityOperationResult.OPERATION_NONE);
        }
    }
}
