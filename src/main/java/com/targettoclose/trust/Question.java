package com.targettoclose.trust;

import com.targettoclose.report.figures.Behind;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What somebody wants to see of the report, as it was sent; blank parts ask for all.
 *
 * @param from the first day, year-month-day
 * @param to the last day
 * @param roadmap a roadmap's process id
 * @param edition the number of an edition
 * @param stage narrows what is counted at gates
 * @param team the user id of a manager
 * @param rep a user id
 */
public record Question(
        String from,
        String to,
        String roadmap,
        String edition,
        String stage,
        String team,
        String rep,
        String dealType,
        String sizeBand) {

    public Question(
            @Nullable String from,
            @Nullable String to,
            @Nullable String roadmap,
            @Nullable String edition,
            @Nullable String stage,
            @Nullable String team,
            @Nullable String rep,
            @Nullable String dealType,
            @Nullable String sizeBand) {
        this.from = text(from);
        this.to = text(to);
        this.roadmap = text(roadmap);
        this.edition = text(edition);
        this.stage = text(stage);
        this.team = text(team);
        this.rep = text(rep);
        this.dealType = text(dealType);
        this.sizeBand = text(sizeBand);
    }

    /** Everything about the deals of one edition. */
    public static Question ofEdition(int number) {
        return new Question(null, null, null, Integer.toString(number), null, null, null, null, null);
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    /** The address of the same question at another path. */
    public String at(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("roadmap", "{roadmap}")
                .queryParam("edition", "{edition}")
                .queryParam("stage", "{stage}")
                .queryParam("team", "{team}")
                .queryParam("rep", "{rep}")
                .queryParam("dealType", "{dealType}")
                .queryParam("sizeBand", "{sizeBand}")
                .encode()
                .buildAndExpand(from, to, roadmap, edition, stage, team, rep, dealType, sizeBand)
                .toUriString();
    }

    /** Where the deals behind a number of its answer are. */
    public String at(Behind behind) {
        return UriComponentsBuilder.fromUriString(at("/report/deals"))
                .queryParam("of", behind.kind().value())
                .queryParam("value", UriUtils.encode(behind.value(), StandardCharsets.UTF_8))
                .build(true)
                .toUriString();
    }

    /** The same about the deals of a manager's team. */
    Question ofTeam(String manager) {
        return new Question(from, to, roadmap, edition, stage, manager, rep, dealType, sizeBand);
    }

    /** Whether it asks for anything in particular. */
    public boolean particular() {
        return Stream.of(from, to, roadmap, edition, stage, team, rep, dealType, sizeBand)
                .anyMatch(part -> !part.isBlank());
    }
}
