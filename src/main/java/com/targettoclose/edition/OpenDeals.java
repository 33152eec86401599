package com.targettoclose.edition;

import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.roadmap.Roadmaps;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How many open opportunities run on which edition. */
@Service
public class OpenDeals {

    private final OpportunityLists opportunities;
    private final Roadmaps roadmaps;

    OpenDeals(OpportunityLists opportunities, Roadmaps roadmaps) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
    }

    /** How many, by the deployment of their edition. */
    public Map<String, Long> byDeployment() {
        Map<String, Long> counts = new HashMap<>();
        opportunities
                .openByDefinition()
                .forEach((definition, deals) -> roadmaps.find(definition)
                        .ifPresent(roadmap -> counts.merge(roadmap.deploymentId(), deals, Long::sum)));
        return counts;
    }
}
