package com.targettoclose.attack;

import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Jobs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * Lays attacks on the running application, one after the other: each as everybody it is for and through every door, with
 * a look at everything that is stored before and after.
 */
final class Siege {

    private static final String TOKEN = "X-XSRF-TOKEN";
    private static final String TO_THE_LOGIN = "30[237]";

    private final int port;
    private final DataSource database;
    private final Deals deals;
    private final Jobs jobs;
    private final ProcessEngine engine;
    private final Map<String, Intruder> intruders = new HashMap<>();
    private Targets targets;
    private Class<?> kind = Siege.class;

    Siege(int port, DataSource database, Deals deals, Jobs jobs, ProcessEngine engine) {
        this.port = port;
        this.database = database;
        this.deals = deals;
        this.jobs = jobs;
        this.engine = engine;
    }

    /** What there is to attack now. */
    Targets targets() {
        if (targets == null) {
            targets = new Targets(deals, jobs, engine);
        }
        return targets;
    }

    /** Somebody at a door, signed in once. */
    Intruder intruder(Door door, Person person) {
        return intruders.computeIfAbsent(door + " " + person, key -> Intruder.at(door, person, port));
    }

    /** Signs everybody in anew for another kind of attack: who signs in often enough elsewhere ends their sessions here. */
    void beginWith(Class<?> begun) {
        if (!kind.equals(begun)) {
            kind = begun;
            intruders.clear();
        }
    }

    /** Fails unless the attack is refused, every time, in plain words and without a trace. */
    void lay(Attack attack) {
        var softly = new SoftAssertions();
        targets();
        attack.doors().forEach(door -> attack.who().forEach(person -> intruder(door, person)));
        var before = Snapshot.of(database);
        for (var door : attack.doors()) {
            for (var person : attack.who()) {
                judge(attack, door, person, softly);
            }
        }
        if (attack.headers().containsKey(TOKEN)) {
            // the webapps end a session from which a forged request came
            intruders.clear();
        }
        var done = before.until(Snapshot.of(database));
        softly.assertThat(done).as("what it did").isEmpty();
        softly.assertThat(targets.codeHasRun()).as("its code has run").isFalse();
        if (!done.isEmpty() || targets.codeHasRun()) {
            targets = null;
        }
        softly.assertAll();
    }

    private void judge(Attack attack, Door door, Person person, SoftAssertions softly) {
        var path = targets.in(attack.path().replace(Attack.ENGINE, door.engine()));
        var body = attack.body().map(targets::in);
        Map<String, String> headers = new HashMap<>();
        attack.headers().forEach((name, value) -> headers.put(name, targets.in(value)));
        var reply = intruder(door, person).send(attack.method(), path, headers, body);
        var as = person + " by " + door + ": " + reply;
        softly.assertThat(Integer.toString(reply.status())).as(as).matches(expected(attack, door, person));
        var sent = path + headers + new String(body.bytes(), StandardCharsets.ISO_8859_1);
        softly.assertThat(shortcomings(attack, reply, sent)).as(as).isEmpty();
        softly.assertThat(person != Person.NOBODY && reply.status() == 401 && attack.asOneself())
                .as(as + ", and is not signed in")
                .isFalse();
    }

    /** Who has not signed in is sent to do so, where there are pages. */
    private static String expected(Attack attack, Door door, Person person) {
        boolean pages = door == Door.WEBAPP && person == Person.NOBODY;
        return pages
                ? attack.status() + "|4\\d\\d|" + TO_THE_LOGIN
                : person == Person.NOBODY ? "4\\d\\d" : attack.status();
    }

    private static List<String> shortcomings(Attack attack, Reply reply, String sent) {
        List<String> found = new ArrayList<>(reply.leaks(sent));
        boolean speaks = reply.status() >= 400 && !attack.method().equals("HEAD");
        if (speaks && reply.sentence().isBlank()) {
            found.add("says nothing");
        }
        return found;
    }
}
