package com.targettoclose.process;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The people who sell, as the engine's identity service knows them. */
@Service
public class SalesForce {

    private final IdentityService identities;

    SalesForce(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    /** Whether there is a user with this id. */
    public boolean knows(String userId) {
        return identities.createUserQuery().userId(userId).count() > 0;
    }
}
