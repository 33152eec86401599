package com.targettoclose.report.figures;

/** What the deals of somebody add up to. */
record Sums(
        String owner,
        long applicable,
        long metInTime,
        long held,
        long verified,
        long gained,
        long claimed,
        long late,
        long offTheMap,
        long recordings,
        long inBursts,
        long worded,
        long alike,
        long thin,
        long silent,
        long required,
        long waived) {

    static final Sums NONE = new Sums("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Sums plus(Sums it) {
        return new Sums(
                owner,
                applicable + it.applicable,
                metInTime + it.metInTime,
                held + it.held,
                verified + it.verified,
                gained + it.gained,
                claimed + it.claimed,
                late + it.late,
                offTheMap + it.offTheMap,
                recordings + it.recordings,
                inBursts + it.inBursts,
                worded + it.worded,
                alike + it.alike,
                thin + it.thin,
                silent + it.silent,
                required + it.required,
                waived + it.waived);
    }

    Evidence evidence() {
        return new Evidence(
                Rate.of(verified, held),
                Rate.of(claimed, gained),
                Rate.of(late, gained),
                Rate.of(offTheMap, gained),
                Rate.of(inBursts, recordings),
                Rate.of(alike, worded),
                Rate.of(thin, worded));
    }
}
