package com.targettoclose.trust;

import org.springframework.web.util.UriComponentsBuilder;

/** What somebody wants to see of the report, as it was sent; blank parts ask for all. */
record Question(
        String from,
        String to,
        String roadmap,
        String stage,
        String team,
        String rep,
        String dealType,
        String sizeBand) {

    /** The address of the same question at another path. */
    public String at(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("roadmap", "{roadmap}")
                .queryParam("stage", "{stage}")
                .queryParam("team", "{team}")
                .queryParam("rep", "{rep}")
                .queryParam("dealType", "{dealType}")
                .queryParam("sizeBand", "{sizeBand}")
                .encode()
                .buildAndExpand(from, to, roadmap, stage, team, rep, dealType, sizeBand)
                .toUriString();
    }

    /** Whether it asks for anything in particular. */
    public boolean particular() {
        return !(from + to + roadmap + stage + team + rep + dealType + sizeBand).isBlank();
    }
}
