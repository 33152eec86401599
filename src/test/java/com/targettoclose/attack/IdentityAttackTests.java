package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.delete;
import static com.targettoclose.attack.Attack.post;
import static com.targettoclose.attack.Attack.put;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("to become somebody else")
class IdentityAttackTests extends AttackTest {

    private static final String EVIL = "{\"profile\": {\"id\": \"evil\", \"firstName\": \"E\", \"lastName\": \"V\"},"
            + " \"credentials\": {\"password\": \"evil-password\"}}";

    static Stream<Attack> attacks() {
        return Stream.concat(
                forAdministrators().map(attack -> attack.by(Person.everybodyBut(Person.ADMIN))), forNobody());
    }

    private static Stream<Attack> forAdministrators() {
        return Stream.of(
                post("a user made up", "engine:/user/create", EVIL),
                put("made an administrator", "engine:/group/camunda-admin/members/rep1", "{}"),
                put("made a leader", "engine:/group/leader/members/rep1", "{}"),
                delete("an administrator put out", "engine:/group/camunda-admin/members/admin"),
                put("a colleague's password set", "engine:/user/rep2/credentials", "{\"password\": \"mine-now\"}"),
                put(
                        "an administrator's password set with one's own",
                        "engine:/user/admin/credentials",
                        "{\"password\": \"mine-now-mine\", \"authenticatedUserPassword\": \"demo\"}"),
                put(
                        "a colleague renamed",
                        "engine:/user/rep2/profile",
                        "{\"id\": \"rep2\", \"firstName\": \"<script>\", \"lastName\": \"x\"}"),
                delete("a colleague deleted", "engine:/user/rep2"),
                delete("the administrator deleted", "engine:/user/admin"),
                post("a colleague unlocked", "engine:/user/rep2/unlock", "{}"),
                post(
                        "a group made up",
                        "engine:/group/create",
                        "{\"id\": \"evil\", \"name\": \"Evil\", \"type\": \"WORKFLOW\"}"),
                put(
                        "a group renamed",
                        "engine:/group/rep",
                        "{\"id\": \"rep\", \"name\": \"Nobody\", \"type\": \"WORKFLOW\"}"),
                delete("a group deleted", "engine:/group/rep"),
                post("a tenant made up", "engine:/tenant/create", "{\"id\": \"evil\", \"name\": \"Evil\"}"),
                put("made a member of a tenant", "engine:/tenant/any/user-members/rep1", "{}"),
                post(
                        "all rights given to oneself",
                        "engine:/authorization/create",
                        "{\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"rep1\", \"resourceType\": 8, \"resourceId\": \"*\"}"),
                post(
                        "all rights given to everybody",
                        "engine:/authorization/create",
                        "{\"type\": 0, \"permissions\": [\"ALL\"], \"userId\": \"*\", \"resourceType\": 7, \"resourceId\": \"*\"}"),
                put(
                        "a right widened",
                        "engine:/authorization/@grant@",
                        "{\"permissions\": [\"ALL\"], \"groupId\": \"rep\", \"resourceType\": 0, \"resourceId\": \"*\"}"),
                delete("a right taken away", "engine:/authorization/@grant@"));
    }

    private static Stream<Attack> forNobody() {
        return Stream.of(
                post(
                        "a password tried out",
                        "engine:/identity/verify",
                        "{\"username\": \"admin\", \"password\": \"demo\"}"),
                post("a first administrator made", "/camunda/api/admin/setup/default/user/create", EVIL),
                post("a first administrator made of another engine", "/camunda/api/admin/setup/any/user/create", EVIL),
                post(
                                "a password tried out at the webapps' login",
                                "/camunda/api/admin/auth/user/default/login/welcome",
                                "")
                        .with("X-XSRF-TOKEN", ""),
                delete("oneself deleted", "engine:/user/rep1").by(Person.REP),
                put(
                                "one's own password set with a wrong one",
                                "engine:/user/rep1/credentials",
                                "{\"password\": \"another-password\", \"authenticatedUserPassword\": \"wrong\"}")
                        .by(Person.REP),
                put(
                                "one's own password set without the old one",
                                "engine:/user/rep1/credentials",
                                "{\"password\": \"another-password\"}")
                        .by(Person.REP),
                put(
                                "one's own profile given another name to sign in with",
                                "engine:/user/rep1/profile",
                                "{\"id\": \"admin\", \"firstName\": \"Ada\", \"lastName\": \"x\"}")
                        .by(Person.REP));
    }
}
