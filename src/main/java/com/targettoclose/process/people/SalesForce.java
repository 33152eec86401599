package com.targettoclose.process.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who sell, as the engine's identity service knows them. */
@Service
public class SalesForce {

    private final IdentityService identities;

    SalesForce(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    /** Whether there is a user with this id. */
    public boolean knows(String userId) {
        return canBeAnId(userId) && identities.createUserQuery().userId(userId).count() > 0;
    }

    /** Whether a user sells: is a rep, a manager or a leader. */
    public boolean sells(String userId) {
        return canBeAnId(userId)
                && Stream.of(Group.REP, Group.MANAGER, Group.LEADER)
                        .anyMatch(group -> identities
                                        .createUserQuery()
                                        .userId(userId)
                                        .memberOfGroup(group.id())
                                        .count()
                                > 0);
    }

    /** Those of these users who sell. */
    public Set<String> sellersAmong(Collection<String> userIds) {
        var ids = userIds.stream().filter(SalesForce::canBeAnId).toArray(String[]::new);
        return ids.length == 0
                ? Set.of()
                : Stream.of(Group.REP, Group.MANAGER, Group.LEADER)
                        .flatMap(group ->
                                identities.createUserQuery().userIdIn(ids).memberOfGroup(group.id()).list().stream())
                        .map(User::getId)
                        .collect(Collectors.toSet());
    }

    /** PostgreSQL takes no such character, and fails where it is asked for one. */
    private static boolean canBeAnId(String userId) {
        return userId.indexOf('\0') < 0;
    }

    /** Those who sell, by their names. */
    public List<Option> whoSell() {
        return Stream.of(Group.REP, Group.MANAGER, Group.LEADER)
                .flatMap(group -> identities.createUserQuery().memberOfGroup(group.id()).list().stream())
                .map(SalesForce::option)
                .distinct()
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /** First and last name of a user; the id where there is no such user. */
    public String nameOf(String userId) {
        return named(List.of(userId)).stream().map(Option::label).findFirst().orElse(userId);
    }

    /** These users, by their names. */
    public List<Option> named(Collection<String> userIds) {
        return userIds.isEmpty()
                ? List.of()
                : identities.createUserQuery().userIdIn(userIds.toArray(String[]::new)).list().stream()
                        .map(SalesForce::option)
                        .sorted(Comparator.comparing(Option::label))
                        .toList();
    }

    private static Option option(User user) {
        return new Option(name(user), user.getId());
    }

    /** First and last names of users, by id. */
    public Map<String, String> names(Collection<String> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : identities.createUserQuery().userIdIn(userIds.toArray(String[]::new)).list().stream()
                        .collect(Collectors.toMap(User::getId, SalesForce::name));
    }

    private static String name(User user) {
        var name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }

    /**
     * The user of this name, made where there is none yet: with a readable id ({@code moses.frase}, and {@code
     * moses.frase-2} for another person whose name gives the same id), in this group, and with no password, so that nobody
     * can log in as them until one is given. A name that is a user's id already means that user.
     *
     * @param name first and last name; the last word is the last name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String enlist(String name, Group group) {
        var person = PersonName.of(name);
        if (knows(person.full())) {
            return person.full();
        }
        for (int n = 1; ; n++) {
            var id = person.userId(n);
            var found = identities.createUserQuery().userId(id).singleResult();
            if (found == null && UserId.allows(id)) {
                add(id, person, group);
                return id;
            }
            if (found != null && person.isOf(found.getFirstName(), found.getLastName())) {
                join(found, group);
                return id;
            }
        }
    }

    private void add(String id, PersonName person, Group group) {
        var user = identities.newUser(id);
        user.setFirstName(person.first());
        user.setLastName(person.last());
        identities.saveUser(user);
        join(user, group);
    }

    private void join(User user, Group group) {
        var known = identities.createGroupQuery().groupId(group.id()).singleResult();
        if (known == null) {
            var added = identities.newGroup(group.id());
            added.setName(group.id());
            identities.saveGroup(added);
        }
        boolean member = identities
                        .createGroupQuery()
                        .groupId(group.id())
                        .groupMember(user.getId())
                        .count()
                > 0;
        if (!member) {
            identities.createMembership(user.getId(), group.id());
        }
    }
}
