package com.targettoclose.redesign;

import com.targettoclose.edition.ChangeView;
import com.targettoclose.edition.Edition;
import com.targettoclose.edition.Edition.Decision;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.requests.Proposals;
import com.targettoclose.redesign.Shown.EditionLine;
import com.targettoclose.redesign.Shown.ProposalLine;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells of editions and proposals in sentences: people by their names, moments as days. */
@Component
class Sentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final SalesForce salesForce;
    private final Clock clock;

    Sentences(SalesForce salesForce, Clock clock) {
        this.salesForce = salesForce;
        this.clock = clock;
    }

    /** Lines of editions, in their order. */
    List<EditionLine> lines(
            Collection<Edition> editions, Map<Integer, List<ChangeView>> changes, Map<String, Long> openDeals) {
        var names = salesForce.names(people(editions));
        return editions.stream()
                .map(edition -> line(
                        edition,
                        changes.getOrDefault(edition.number(), List.of()).size(),
                        openDeals.getOrDefault(edition.deploymentId(), 0L),
                        names))
                .toList();
    }

    private static Set<String> people(Collection<Edition> editions) {
        Set<String> people = new HashSet<>();
        for (var edition : editions) {
            people.add(edition.proposedBy());
            if (edition.decided() != null) {
                people.add(edition.decided().by());
            }
        }
        return people;
    }

    private EditionLine line(Edition edition, int changes, long openDeals, Map<String, String> names) {
        var decided = edition.decided();
        var decision = decided == null
                ? ""
                : (decided.decision() == Decision.COMMITTED ? "Committed to by " : "Declined by ")
                        + name(decided.by(), names) + ", " + day(decided.at());
        return new EditionLine(
                edition.number(),
                Shown.state(edition),
                Shown.style(edition),
                edition.proposedBy().equals(Ledger.SYSTEM) ? "" : Objects.requireNonNullElse(edition.name(), ""),
                "Proposed by " + name(edition.proposedBy(), names) + ", " + day(edition.proposedAt()),
                decision,
                decided == null ? "" : decided.words(),
                edition.weakens(),
                changes,
                openDeals);
    }

    /** Lines of proposals, in their order. */
    List<ProposalLine> proposals(List<Proposals.Found> found) {
        var names = salesForce.names(
                found.stream().map(it -> it.proposal().asked().recordedBy()).toList());
        return found.stream()
                .map(it -> new ProposalLine(
                        name(it.proposal().asked().recordedBy(), names),
                        day(it.proposal().asked().recordedAt()),
                        Objects.requireNonNullElse(
                                it.proposal().asked().content().words(), ""),
                        it.proposal().opportunities()))
                .toList();
    }

    /** The day of a moment. */
    String day(Instant at) {
        return DAY.format(at.atZone(clock.getZone()));
    }

    private static String name(String user, Map<String, String> names) {
        return user.equals(Ledger.SYSTEM) ? "the installation" : names.getOrDefault(user, user);
    }
}
