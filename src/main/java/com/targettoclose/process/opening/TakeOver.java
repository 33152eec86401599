package com.targettoclose.process.opening;

import com.targettoclose.ledger.Draft;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.roadmap.Roadmap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over opportunities that were pursued elsewhere: opens them and runs their gates at once, so that each stands in
 * its stage when the transaction commits.
 */
@Service
public class TakeOver {

    private final ProcessEngine engine;
    private final OpenOpportunities openOpportunities;

    TakeOver(@Lazy ProcessEngine engine, OpenOpportunities openOpportunities) {
        this.engine = engine;
        this.openOpportunities = openOpportunities;
    }

    /**
     * Opens opportunities that are checked already and runs their gates, all or nothing. One command of the engine for all
     * of them: what it would write for a gate's job and delete again is never written.
     *
     * @param entries the first entries of each ledger, by opportunity id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(List<Opportunity> added, Map<String, List<Draft>> entries, Roadmap roadmap, String who) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        Command<Integer> command = context -> {
            openOpportunities.start(added, entries, roadmap, who);
            return runGates(context);
        };
        configuration.getCommandExecutorTxRequired().execute(command);
    }

    /** Runs the gates' jobs, and those of the next stages that appear where a gate is met, until none is left. */
    private static int runGates(CommandContext context) {
        Set<String> ran = new HashSet<>();
        for (var waiting = waiting(context, ran); !waiting.isEmpty(); waiting = waiting(context, ran)) {
            for (var job : waiting) {
                ran.add(job.getId());
                job.execute(context);
            }
        }
        return ran.size();
    }

    /** The jobs that this command made, that could run now and did not yet. */
    private static List<MessageEntity> waiting(CommandContext context, Set<String> ran) {
        return context.getDbEntityManager().getDbEntityCache().getCachedEntities().stream()
                .map(CachedDbEntity::getEntity)
                .filter(MessageEntity.class::isInstance)
                .map(MessageEntity.class::cast)
                .filter(job -> job.getDuedate() == null && !ran.contains(job.getId()))
                .toList();
    }
}
