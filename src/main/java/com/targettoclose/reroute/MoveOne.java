package com.targettoclose.reroute;

import com.targettoclose.edition.Edition;
import com.targettoclose.edition.Editions;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.Races;
import com.targettoclose.process.changes.MoveOpportunity;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Moves one opportunity, in a transaction of its own; a dry run takes it back at the end. */
@Service
class MoveOne {

    private static final Logger LOG = LoggerFactory.getLogger(MoveOne.class);

    private final Opportunities opportunities;
    private final Editions editions;
    private final Roadmaps roadmaps;
    private final MoveOpportunity move;
    private final RerouteTable table;
    private final TransactionOperations transactions;

    MoveOne(
            Opportunities opportunities,
            Editions editions,
            Roadmaps roadmaps,
            MoveOpportunity move,
            RerouteTable table,
            TransactionOperations transactions) {
        this.opportunities = opportunities;
        this.editions = editions;
        this.roadmaps = roadmaps;
        this.move = move;
        this.table = table;
        this.transactions = transactions;
    }

    /** Moves it and notes what became of it, both or neither; one that cannot be moved stays, and the note says why. */
    void move(RerouteRow reroute, Edition to, String id) {
        try {
            var became = Races.retried(() -> transactions.execute(status -> {
                var deal = attempt(reroute, to, opportunities.lock(id).orElseThrow());
                if (reroute.dryRun()) {
                    status.setRollbackOnly();
                } else {
                    table.note(reroute.id(), deal);
                }
                return deal;
            }));
            if (reroute.dryRun() && became != null) {
                table.note(reroute.id(), became);
            }
        } catch (TransientDataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("An opportunity cannot be moved to edition {}: {}", to.number(), id, e);
            var stage = opportunities.find(id).map(Opportunity::stage).orElse(null);
            table.note(reroute.id(), RerouteDeal.failed(id, stage, reason(e)));
        }
    }

    private RerouteDeal attempt(RerouteRow reroute, Edition to, Opportunity deal) {
        var instance = deal.instance();
        if (!deal.open() || instance == null) {
            return RerouteDeal.left(deal.id(), "It ended meanwhile.");
        }
        var from = roadmaps.of(deal);
        if (from.deploymentId().equals(to.deploymentId())) {
            return RerouteDeal.left(deal.id(), "It runs on this edition already.");
        }
        var roadmap = roadmaps.of(deal.roadmap(), to.deploymentId());
        if (roadmap.isEmpty()) {
            var why = "Edition " + to.number() + " has no roadmap '" + deal.roadmap() + "'.";
            return RerouteDeal.failed(deal.id(), deal.stage(), why);
        }
        var there = move.move(deal, roadmap.get(), detail(from, to), reroute.askedBy());
        return RerouteDeal.moved(deal.id(), deal.stage(), there.stage());
    }

    private Map<String, Object> detail(Roadmap from, Edition to) {
        Map<String, Object> detail = new TreeMap<>(Map.of("to", to.number()));
        editions.deployed(from.deploymentId()).ifPresent(edition -> detail.put("from", edition.number()));
        return detail;
    }

    /** What the innermost cause says, in its first line. */
    private static String reason(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("The log says why.");
    }
}
