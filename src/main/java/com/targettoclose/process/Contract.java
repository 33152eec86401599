package com.targettoclose.process;

import com.targettoclose.opportunity.Status;
import java.util.Map;
import java.util.Set;

/**
 * What diagrams and Java agree on: every variable, message, error, decision, property and name that crosses between
 * them, declared once. Diagrams are redesigned after the build; Java names none of their elements.
 */
public final class Contract {

    /** A stage's process id is this and the stage's name: {@code stage-discovery}. */
    public static final String STAGE_PREFIX = "stage-";

    /** The roadmap that ships, taken where none is named and none is meant for deals of that type. */
    public static final String DEFAULT_ROADMAP = "target-to-close";

    /** On a roadmap's process: the deal types that it is meant for, separated by commas; without it, every type. */
    public static final String DEAL_TYPES_PROPERTY = "dealTypes";

    /** The decision that holds the exit criteria. */
    public static final String EXIT_CRITERIA = "exit-criteria";

    /** The decision that lists the reasons for which a pursuit can end. */
    public static final String CLOSING_REASONS = "closing-reasons";

    /** Starts the process that has a waiver decided which was asked for elsewhere than in Tasklist: a message. */
    public static final String WAIVER_ASKED = "waiver-asked";

    /** Starts the process that has a change of the process answered which was proposed elsewhere than in Tasklist: a message. */
    public static final String CHANGE_PROPOSED = "change-proposed";

    /** Starts the process in which somebody advises on a stalled deal: a message. */
    public static final String DEAL_STALLED = "deal-stalled";

    /** Starts the process in which a manager hears that one conversation yielded what more than two stages ask for: a message. */
    public static final String MUCH_RECORDED_AT_ONCE = "much-recorded-at-once";

    /** Starts the process in which a process review is held: a message. */
    public static final String REVIEW_DUE = "review-due";

    /** Starts the process in which a leader commits to an edition: a message. */
    public static final String EDITION_PROPOSED = "edition-proposed";

    /** On a stage's process: for how many days nothing need be heard from the client; without it, for ever. */
    public static final String STALL_DAYS_PROPERTY = "stallDays";

    /** Set by what works some at a time: whether there is more to do. */
    public static final String MORE_VARIABLE = "more";

    /** In a process in which somebody answers somebody: the number of the ledger's entry that asks. */
    public static final String REQUEST_VARIABLE = "request";

    /** On a user task: the kind of request that it answers, {@code waiver} for one. */
    public static final String ANSWERS_PROPERTY = "answers";

    /** On a user task: the kind of request whose answer it tells. */
    public static final String TELLS_OF_PROPERTY = "tellsOf";

    /** In a start form: the opportunity that it is about, by id. */
    public static final String OPPORTUNITY_FIELD = "opportunity";

    /** In a start form: how the pursuit ended, as {@link Status} writes it. */
    public static final String AS_FIELD = "as";

    /** Set by the gate for the flows behind it: the outcome, as {@code GateDecision.Outcome} writes it. Transient. */
    public static final String EXIT_CRITERIA_VARIABLE = "exitCriteria";

    /** Set by the gate for the fork behind it: keys of the conversations to open. Transient. */
    public static final String OWED_VARIABLE = "owed";

    /** Message and error that lead back to the start of the roadmap. */
    public static final String BACK_TO_THE_MAP = "back-to-the-map";

    /** Message by which a pursuit ends, by the status it ends with. */
    public static final Map<Status, String> ENDING_MESSAGES = Map.of(
            Status.LOST, "opportunity-lost",
            Status.NO_DECISION, "opportunity-no-decision",
            Status.DISQUALIFIED, "opportunity-disqualified");

    /** On an event of a roadmap: the status an opportunity has from there on. */
    public static final String STATUS_PROPERTY = "opportunityStatus";

    /** On a conversation: why it is held. */
    public static final String PURPOSE_PROPERTY = "purpose";

    /** On a conversation: what the client gets from it. */
    public static final String VALUE_FOR_CLIENT_PROPERTY = "valueForClient";

    /** On a conversation: outcomes, {@code id: label} a line, or with semicolons between. */
    public static final String OUTCOMES_PROPERTY = "outcomes";

    /** On a conversation: the commitment to ask for, {@code id: label}. */
    public static final String COMMITMENT_PROPERTY = "commitment";

    /** On a conversation: within how many days it should be held. */
    public static final String TARGET_DAYS_PROPERTY = "targetDays";

    /** On a conversation: the status that a declined commitment leads to. */
    public static final String DECLINED_MEANS_PROPERTY = "declinedMeans";

    /** The gate of a stage: a delegate. */
    public static final String VERIFY_EXIT_CRITERIA = "verifyExitCriteria";

    /** Opens an opportunity from a start form: a delegate. */
    public static final String OPEN_OPPORTUNITY = "openOpportunity";

    /** Records a conversation from a start form: a delegate. */
    public static final String SUBMIT_CONVERSATION = "submitConversation";

    /** Reports a setback from a start form: a delegate. */
    public static final String SUBMIT_SETBACK = "submitSetback";

    /** Closes an opportunity from a start form: a delegate. */
    public static final String SUBMIT_CLOSING = "submitClosing";

    /** Reopens an opportunity from a start form: a delegate. */
    public static final String SUBMIT_REOPENING = "submitReopening";

    /** Changes terms from a start form: a delegate. */
    public static final String SUBMIT_TERMS = "submitTerms";

    /** Asks for a waiver from a start form: a delegate. */
    public static final String SUBMIT_WAIVER = "submitWaiver";

    /** What diagrams may ask of a waiver that was asked for. */
    public static final String WAIVER = "waiver";

    /** Hands opportunities over from a start form: a delegate. */
    public static final String SUBMIT_HAND_OVER = "submitHandOver";

    /** Proposes a change of the process from a start form: a delegate. */
    public static final String SUBMIT_PROPOSAL = "submitProposal";

    /** What diagrams may ask of a proposal. */
    public static final String PROPOSAL = "proposal";

    /** Finds stalled deals, some at a time: a delegate. */
    public static final String FIND_STALLED_DEALS = "findStalledDeals";

    /** What diagrams may ask of the coaching of a stalled deal. */
    public static final String COACHING = "coaching";

    /** Opens the process reviews that are due: a delegate. */
    public static final String OPEN_REVIEWS = "openReviews";

    /** What diagrams may ask of a process review. */
    public static final String REVIEW = "review";

    /** What diagrams may ask of an edition that was proposed. */
    public static final String EDITION = "edition";

    /** What diagrams may ask of the opportunity. */
    public static final String OPPORTUNITY = "opportunity";

    /**
     * The beans that an expression may name, each with the methods that it may call on it; none for a delegate or a
     * listener, which only the engine calls. An expression that names anything else is refused when it is deployed, and
     * when it is evaluated: whoever adds a bean for diagrams adds its line here.
     */
    public static final Map<String, Set<String>> BEANS = Map.ofEntries(
            Map.entry(VERIFY_EXIT_CRITERIA, Set.of()),
            Map.entry(OPEN_OPPORTUNITY, Set.of()),
            Map.entry(SUBMIT_CONVERSATION, Set.of()),
            Map.entry(SUBMIT_SETBACK, Set.of()),
            Map.entry(SUBMIT_CLOSING, Set.of()),
            Map.entry(SUBMIT_REOPENING, Set.of()),
            Map.entry(SUBMIT_TERMS, Set.of()),
            Map.entry(SUBMIT_WAIVER, Set.of()),
            Map.entry(WAIVER, Set.of("decider", "deciders", "decided")),
            Map.entry(SUBMIT_HAND_OVER, Set.of()),
            Map.entry(SUBMIT_PROPOSAL, Set.of()),
            Map.entry(PROPOSAL, Set.of("proposer")),
            Map.entry(FIND_STALLED_DEALS, Set.of()),
            Map.entry(COACHING, Set.of("coach", "coaches", "answered")),
            Map.entry(EDITION, Set.of("decided")),
            Map.entry(OPEN_REVIEWS, Set.of()),
            Map.entry(REVIEW, Set.of("reviewer", "reviewers", "changes")),
            Map.entry(OPPORTUNITY, Set.of("owner")));

    private Contract() {}

    /** The stage of a process id, or the process id itself where it is not a stage's. */
    public static String stageOf(String processId) {
        return processId.startsWith(STAGE_PREFIX) ? processId.substring(STAGE_PREFIX.length()) : processId;
    }
}
