package com.targettoclose.attack;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One attack: what is sent, and that it is refused. Names between at signs, such as {@code @task@}, stand for what the
 * {@link Targets} know.
 *
 * @param path begins with {@code engine:} where it is the engine's own interface, behind both doors
 * @param headers besides those that the door needs; an empty value leaves the door's own away
 * @param status which statuses answer it, as a pattern
 */
record Attack(
        String name,
        Set<Person> who,
        Set<Door> doors,
        String method,
        String path,
        Map<String, String> headers,
        Body body,
        String status) {

    static final String ENGINE = "engine:";

    private static final String REFUSED = "4\\d\\d";

    static Attack get(String name, String path) {
        return of(name, "GET", path, Body.NONE);
    }

    static Attack post(String name, String path, String json) {
        return of(name, "POST", path, Body.json(json));
    }

    static Attack put(String name, String path, String json) {
        return of(name, "PUT", path, Body.json(json));
    }

    static Attack delete(String name, String path) {
        return of(name, "DELETE", path, Body.NONE);
    }

    static Attack of(String name, String method, String path, Body body) {
        return new Attack(name, Person.EVERYBODY, doors(path), method, path, Map.of(), body, REFUSED);
    }

    Attack by(Person first, Person... others) {
        return by(EnumSet.of(first, others));
    }

    Attack by(Set<Person> attackers) {
        return new Attack(name, attackers, doors, method, path, headers, body, status);
    }

    Attack through(Door door) {
        return new Attack(name, who, Set.of(door), method, path, headers, body, status);
    }

    Attack with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Attack(name, who, doors, method, path, more, body, status);
    }

    /** Answered with one of these statuses and no other. */
    Attack answered(String pattern) {
        return new Attack(name, who, doors, method, path, headers, body, pattern);
    }

    /** Whether it is sent under the name of whoever sends it: it must not be refused for want of one. */
    boolean asOneself() {
        return status.equals(REFUSED) && !headers.containsKey("Authorization") && !headers.containsKey("Cookie");
    }

    private static Set<Door> doors(String path) {
        if (path.startsWith(ENGINE)) {
            return EnumSet.allOf(Door.class);
        }
        return path.matches("/(api|engine-rest|v3|actuator)\\b.*") ? Set.of(Door.REST) : Set.of(Door.WEBAPP);
    }

    @Override
    public String toString() {
        return name;
    }
}
