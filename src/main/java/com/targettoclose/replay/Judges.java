package com.targettoclose.replay;

import com.targettoclose.edition.Editions;
import com.targettoclose.gate.Gatekeeper;
import com.targettoclose.ledger.History;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.replay.Judge.Judgement;
import com.targettoclose.verifier.design.Criteria;
import com.targettoclose.verifier.design.Design;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Judges each deal by the edition that it runs on. For one thread. */
final class Judges {

    private final Editions editions;
    private final Roadmaps roadmaps;
    private final Gatekeeper gatekeeper;
    private final Map<String, Optional<Judge>> byDefinition = new HashMap<>();
    private final Map<String, Optional<Judge>> byDeployment = new HashMap<>();

    Judges(Editions editions, Roadmaps roadmaps, Gatekeeper gatekeeper) {
        this.editions = editions;
        this.roadmaps = roadmaps;
        this.gatekeeper = gatekeeper;
    }

    /** What its own gates find of a deal; empty where its edition is gone, or cannot be read any more. */
    Optional<Judgement> judge(Opportunity opportunity, History history) {
        var instance = opportunity.instance();
        return instance == null
                ? Optional.empty()
                : byDefinition
                        .computeIfAbsent(instance.definitionId(), this::ofDefinition)
                        .flatMap(judge -> judge.judge(opportunity, history));
    }

    private Optional<Judge> ofDefinition(String definitionId) {
        return roadmaps.find(definitionId)
                .flatMap(roadmap -> byDeployment.computeIfAbsent(roadmap.deploymentId(), this::ofDeployment));
    }

    private Optional<Judge> ofDeployment(String deploymentId) {
        var design = Design.read(editions.files(deploymentId));
        return design.criteria().filter(Criteria::askable).map(criteria -> new Judge(design, gatekeeper));
    }
}
