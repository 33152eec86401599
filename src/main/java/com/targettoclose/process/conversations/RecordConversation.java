package com.targettoclose.process.conversations;

import com.targettoclose.conversation.Answer;
import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Evidence;
import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.Examination;
import com.targettoclose.conversation.RawConversation;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.RoadmapInstances;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.Heard;
import com.targettoclose.process.stage.OpenConversations;
import com.targettoclose.process.stage.Standings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what a conversation yielded, whichever door it came through: a form, the API. The evidence is committed first;
 * gates judge it behind their own save point.
 */
@Service
public class RecordConversation {

    /** One conversation that yields items of more stages than this was not held the way it is told. */
    private static final int STAGES_AT_ONCE = 2;

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final Standings standings;
    private final OpenConversations openConversations;
    private final RoadmapInstances instances;
    private final Heard heard;
    private final TellOfRecording tellOfRecording;
    private final Clock clock;

    RecordConversation(
            Opportunities opportunities,
            Roadmaps roadmaps,
            Ledger ledger,
            Standings standings,
            OpenConversations openConversations,
            RoadmapInstances instances,
            Heard heard,
            TellOfRecording tellOfRecording,
            Clock clock) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.standings = standings;
        this.openConversations = openConversations;
        this.instances = instances;
        this.heard = heard;
        this.tellOfRecording = tellOfRecording;
        this.clock = clock;
    }

    /**
     * Records a conversation.
     *
     * @param origin the task it was recorded from; null for a conversation that no diagram names
     * @return why it was refused, every fault included; empty where it was recorded
     */
    @Transactional
    public Optional<Refusal> record(
            String opportunityId, RawConversation raw, Draft.@Nullable Origin origin, String who) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        var opportunity = found.get();
        if (!opportunity.open() && opportunity.status() != Status.WON) {
            return Optional.of(Refusals.ended(opportunity, "Nothing was recorded. Reopen it first if it goes on."));
        }
        var roadmap = roadmaps.of(opportunity);
        var today = LocalDate.now(clock);
        var examination = EvidencePolicy.examine(raw, roadmap.items(), today);
        if (examination instanceof Examination.Faulty faulty) {
            return Optional.of(Refusal.invalid(faulty.faults()));
        }
        var evidence = ((Examination.Accepted) examination).evidence();
        int before = ledger.history(opportunityId).entries().size();
        ledger.append(opportunityId, drafts(evidence, roadmap, today, origin), who);
        if (stages(evidence, roadmap) > STAGES_AT_ONCE) {
            tellOfRecording.told(opportunityId, before + 1);
        }
        heard.of(opportunity, evidence.nextStepOn(), who);
        follow(opportunity, roadmap, evidence, origin, who);
        return Optional.empty();
    }

    /** What evidence does at once: closes what it makes moot, and ends the pursuit where the client said no. */
    private void follow(
            Opportunity opportunity, Roadmap roadmap, Evidence evidence, Draft.@Nullable Origin origin, String who) {
        var ending = opportunity.open() ? ending(roadmap, evidence) : Optional.<Status>empty();
        if (ending.isPresent()) {
            instances.end(opportunity, ending.get());
        } else {
            var except = origin == null ? null : origin.task();
            var history = ledger.history(opportunity.id());
            standings
                    .ifJudgeable(opportunity, history)
                    .ifPresent(standing -> openConversations.closeMoot(opportunity, standing, history, except, who));
        }
    }

    private static List<Draft> drafts(
            Evidence evidence, Roadmap roadmap, LocalDate today, Draft.@Nullable Origin origin) {
        var provenance = provenance(evidence, roadmap, today);
        Map<String, Object> detail = evidence.nextStepOn() == null
                ? Map.of()
                : Map.of("nextStepOn", evidence.nextStepOn().toString());
        return evidence.answers().stream()
                .map(answer -> Draft.of(kind(answer))
                        .item(answer.item().id())
                        .provenance(provenance)
                        .detail(detail)
                        .said(evidence.contact(), answer.words())
                        .over(evidence.channel())
                        .proven(answer.proof(), answer.link())
                        .occurredOn(evidence.heldOn())
                        .from(origin))
                .toList();
    }

    private static EntryKind kind(Answer answer) {
        return switch (answer.state()) {
            case GAINED -> EntryKind.GAINED;
            case NOT_YET -> EntryKind.NOT_YET;
            case DECLINED -> EntryKind.DECLINED;
        };
    }

    private static Provenance provenance(Evidence evidence, Roadmap roadmap, LocalDate today) {
        boolean late = evidence.heldOn().plusDays(EvidencePolicy.TIMELY_DAYS).isBefore(today);
        return late || stages(evidence, roadmap) > STAGES_AT_ONCE ? Provenance.AFTERWARDS : Provenance.TIMELY;
    }

    /** Of how many stages it yielded something. */
    private static long stages(Evidence evidence, Roadmap roadmap) {
        return roadmap.stages().stream()
                .filter(stage -> evidence.answers().stream()
                        .filter(Answer::gained)
                        .anyMatch(answer -> stage.generates(answer.item().id())))
                .count();
    }

    private static Optional<Status> ending(Roadmap roadmap, Evidence evidence) {
        return evidence.answers().stream()
                .filter(answer -> kind(answer) == EntryKind.DECLINED)
                .flatMap(answer -> roadmap.stages().stream()
                        .flatMap(stage -> stage.conversations().stream())
                        .filter(conversation -> answer.item().equals(conversation.commitment())))
                .map(Conversation::declinedMeans)
                .flatMap(means -> means == null ? Stream.empty() : Choice.of(Status.class, means).stream())
                .findFirst();
    }
}
