package com.targettoclose.process.opening;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Terms;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.RoadmapInstances;
import com.targettoclose.process.roadmap.Roadmaps;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens opportunities: the row, the ledger's first entry and the roadmap's instance, all or nothing. */
@Service
public class OpenOpportunities {

    /** What an id may be made of: it stands in addresses and is the business key. */
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Says {@link #ID} in words. */
    public static final String ID_IN_WORDS = "letters, digits, '.', '_' and '-', at most 64";

    private static final String ID_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int ID_LENGTH = 8;
    private static final int MAX_ACCOUNT = 255;

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final RoadmapInstances instances;
    private final SalesForce salesForce;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpenOpportunities(
            Opportunities opportunities,
            Ledger ledger,
            Roadmaps roadmaps,
            RoadmapInstances instances,
            SalesForce salesForce,
            Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.instances = instances;
        this.salesForce = salesForce;
        this.clock = clock;
    }

    /** An opportunity to open, as it was sent: blank parts as null. */
    public record Opening(
            @Nullable String id,
            @Nullable String account,
            @Nullable String owner,
            @Nullable String contact,
            @Nullable String value,
            @Nullable String currency,
            @Nullable String dealType,
            @Nullable String roadmap,
            @Nullable String words) {}

    /** What came of it. */
    public sealed interface Result {

        /** It is open. */
        record Opened(Opportunity opportunity) implements Result {}

        /** It is not; nothing was written. */
        record NotOpened(Refusal refusal) implements Result {}
    }

    /** Opens one. */
    @Transactional
    public Result open(Opening opening, String who) {
        var fields = new FieldReader();
        var account = fields.required("account", opening.account())
                ? fields.text("account", opening.account(), MAX_ACCOUNT)
                : null;
        var owner = owner(opening, fields);
        var contact = fields.text("contact", opening.contact(), EvidencePolicy.MAX_CONTACT);
        var words = fields.text("words", opening.words(), EvidencePolicy.MAX_WORDS);
        var terms = RawTerms.read(fields, opening.value(), opening.currency(), opening.dealType());
        var roadmap = roadmap(opening.roadmap(), terms, fields);
        var id = id(opening, fields);
        if (!fields.faults().isEmpty() || account == null || owner == null || roadmap == null || terms == null) {
            return new Result.NotOpened(Refusal.invalid(fields.faults()));
        }
        if (!opportunities.inUse(List.of(id)).isEmpty()) {
            return new Result.NotOpened(
                    Refusal.conflict("The id '" + id + "' is in use. Leave it out, or choose another."));
        }
        var today = LocalDate.now(clock);
        var opportunity = new Opportunity(
                id,
                account,
                owner,
                terms,
                roadmap.key(),
                Status.OPEN,
                firstStage(roadmap),
                null,
                null,
                today,
                null,
                null,
                clock.instant());
        var opened = Draft.of(EntryKind.OPENED)
                .detail(opened(opportunity))
                .said(contact, words)
                .occurredOn(today);
        start(List.of(opportunity), Map.of(id, List.of(opened)), roadmap, who);
        return new Result.Opened(opportunities.find(id).orElseThrow());
    }

    /**
     * Starts opportunities that are checked already: rows, ledgers and instances, in batches of statements.
     *
     * @param entries the first entries of each ledger, by opportunity id
     */
    @Transactional
    public void start(List<Opportunity> added, Map<String, List<Draft>> entries, Roadmap roadmap, String who) {
        ledger.open(added, entries, who);
        instances.start(added.stream().map(Opportunity::id).toList(), roadmap);
    }

    /** The first stage of a roadmap, where a new opportunity stands. */
    public static String firstStage(Roadmap roadmap) {
        return roadmap.stages().get(0).name();
    }

    /** What the first entry says of the opportunity. */
    public static Map<String, Object> opened(Opportunity opportunity) {
        var terms = RawTerms.detail(opportunity.terms());
        terms.put("account", opportunity.account());
        terms.put("owner", opportunity.owner());
        terms.put("roadmap", opportunity.roadmap());
        return terms;
    }

    private @Nullable String owner(Opening opening, FieldReader fields) {
        if (!fields.required("owner", opening.owner())) {
            return null;
        }
        var owner = Objects.requireNonNull(opening.owner()).strip();
        if (!salesForce.knows(owner)) {
            fields.fault("owner", FaultCode.UNKNOWN_USER, owner);
        }
        return owner;
    }

    private @Nullable Roadmap roadmap(@Nullable String named, @Nullable Terms terms, FieldReader fields) {
        var key = fields.text("roadmap", named, MAX_ACCOUNT);
        var found = key != null
                ? roadmaps.inForce(key)
                : Optional.ofNullable(terms).flatMap(it -> roadmaps.forDeals(it.dealType()));
        var roadmap = found.orElse(null);
        if (roadmap == null && (key != null || terms != null)) {
            fields.fault("roadmap", FaultCode.UNKNOWN_ROADMAP, key, String.join(", ", roadmaps.keys()));
        } else if (roadmap != null && terms != null && !roadmap.takes(terms.dealType())) {
            fields.fault(
                    "roadmap", FaultCode.NOT_ON_THIS_ROADMAP, terms.dealType().value(), key);
        }
        return roadmap;
    }

    private String id(Opening opening, FieldReader fields) {
        var id = opening.id();
        if (id == null || id.isBlank()) {
            return newId();
        }
        if (!ID.matcher(id.strip()).matches()) {
            fields.fault("id", FaultCode.NOT_AN_ID, id, ID_IN_WORDS);
        }
        return id.strip();
    }

    private String newId() {
        var id = new StringBuilder();
        random.ints(ID_LENGTH, 0, ID_LETTERS.length()).forEach(i -> id.append(ID_LETTERS.charAt(i)));
        return id.toString();
    }
}
