package com.targettoclose.home;

import com.targettoclose.process.roadmap.EngineState;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Service;

/** How the system is, in sentences. */
@Service
class SystemState {

    private final HealthEndpoint health;
    private final EngineState engine;

    SystemState(HealthEndpoint health, EngineState engine) {
        this.health = health;
        this.engine = engine;
    }

    /**
     * A sentence about the system.
     *
     * @param good whether nobody has to do anything about it
     */
    record Sentence(String words, boolean good) {}

    /** @param steps whether it says how many steps of the process wait and failed: for those who can do something about it */
    List<Sentence> inWords(boolean steps) {
        var database = health.healthForPath("db");
        if (database == null || !Status.UP.equals(database.getStatus())) {
            return List.of(new Sentence("The database does not answer. Nothing can be recorded until it does.", false));
        }
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(new Sentence("The database answers.", true));
        sentences.add(
                engine.roadmapDeployed()
                        ? new Sentence("The sales process is in place.", true)
                        : new Sentence("There is no sales process yet. A process owner has to deploy one.", false));
        if (steps) {
            sentences.add(new Sentence(waiting(engine.waitingJobs()), true));
            sentences.add(failed(engine.failedJobs()));
        }
        return sentences;
    }

    private static String waiting(long jobs) {
        return jobs == 0 ? "No step waits to run." : jobs == 1 ? "1 step waits to run." : jobs + " steps wait to run.";
    }

    private static Sentence failed(long jobs) {
        return jobs == 0
                ? new Sentence("No step has failed.", true)
                : new Sentence(
                        (jobs == 1 ? "1 step has failed and waits" : jobs + " steps have failed and wait")
                                + " for a repair. Cockpit shows which and why.",
                        false);
    }
}
