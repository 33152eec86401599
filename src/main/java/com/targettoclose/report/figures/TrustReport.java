package com.targettoclose.report.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Whether the process works. {@code docs/figures.md} says what each figure means.
 *
 * @param behind deals with news that are not counted yet
 * @param simulated how many of the deals of this process are made up
 * @param creation targets that became opportunities, of all targets
 * @param process what became of the deals of this process
 * @param before what became of those that ended before it: the baseline, never mixed with the others
 * @param rerouted deals of this process that were sent back to the start of their roadmap, or moved to another edition
 * @param adherence what became of deals of this process by how much of what their gates required they had in time
 * @param following deals with at least nine in ten of it, beside the others that passed a gate
 * @param gates for each gate, deals that met it beside deals that passed on a waiver
 * @param items for each item, deals that held it at its gate beside deals that passed without it
 */
public record TrustReport(
        LocalDate asOf,
        long behind,
        long simulated,
        Rate creation,
        Outcomes process,
        Outcomes before,
        long rerouted,
        Map<String, Outcomes> adherence,
        Comparison following,
        List<StageLine> stages,
        List<Comparison> gates,
        List<Comparison> items,
        List<CommitmentLine> commitments,
        List<WaiverLine> approvers,
        List<EndLine> endings,
        List<Velocity> velocity,
        Evidence evidence,
        List<PersonLine> people,
        List<GroupLine> products) {}
