package com.targettoclose.edition;

import com.targettoclose.process.roadmap.CommittedEdition;
import com.targettoclose.verifier.Standing;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the others by which edition they go: new deals by the one that was committed to, redesigns by the newest. */
@Component
class InForce implements CommittedEdition, Standing {

    private final EditionTable table;

    InForce(EditionTable table) {
        this.table = table;
    }

    @Override
    public Optional<String> deploymentId() {
        return table.committedDeployment();
    }

    @Override
    public Map<String, byte[]> files() {
        return table.standingDeployment().map(table::files).orElse(Map.of());
    }
}
