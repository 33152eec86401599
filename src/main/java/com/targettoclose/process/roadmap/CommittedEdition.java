package com.targettoclose.process.roadmap;

import java.util.Optional;

/** Knows what new opportunities start on. */
@FunctionalInterface
public interface CommittedEdition {

    /** The deployment of the edition that was committed to last; empty where nothing is deployed. */
    Optional<String> deploymentId();
}
