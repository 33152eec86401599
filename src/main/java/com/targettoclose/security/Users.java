package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/** Users as the identity service keeps them. */
final class Users {

    private final IdentityService identities;

    Users(IdentityService identities) {
        this.identities = identities;
    }

    /** Whether anybody is in a group. */
    boolean anyIn(Group group) {
        return identities.createUserQuery().memberOfGroup(group.id()).count() > 0;
    }

    /** Whether there is a user with this id. */
    boolean exist(String id) {
        return identities.createUserQuery().userId(id).count() > 0;
    }

    /** Whether there is a user with this id and this last name. */
    boolean hasLastName(String id, String lastName) {
        return identities.createUserQuery().userId(id).userLastName(lastName).count() > 0;
    }

    /**
     * Gives a user a password and a group; creates the user first where there is none with this id. How long the password
     * is decides whoever calls.
     */
    void give(String id, String firstName, String lastName, String password, Group group) {
        var known = identities.createUserQuery().userId(id).singleResult();
        User user = known == null ? identities.newUser(id) : known;
        if (known == null) {
            user.setFirstName(firstName);
            user.setLastName(lastName);
        }
        user.setPassword(password);
        keep(user);
        if (!groupsOf(id).contains(group.id())) {
            identities.createMembership(id, group.id());
        }
    }

    /** Keeps a user whose password was chosen before there was a rule for it, or is the sample's. */
    void keep(User user) {
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }

    /** The ids of a user's groups. */
    List<String> groupsOf(String id) {
        return identities.createGroupQuery().groupMember(id).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
    }
}
