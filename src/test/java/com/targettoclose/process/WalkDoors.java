package com.targettoclose.process;

import com.targettoclose.opportunity.Status;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** The doors through which a random walk leads a deal. */
interface WalkDoors {

    String open(String roadmap, boolean small, boolean renewal, String owner);

    LocalDate today();

    void later(Period period);

    void hold(String id, String conversation, Map<String, String> answers, boolean proven);

    void record(String id, String owner, Map<String, String> answers);

    void refusedRecord(String id, String item);

    void takeBack(String id, String item);

    void refusedSetback(String id, String item);

    int ask(String id, String owner, List<String> items);

    void refusedAsk(String id, String owner);

    void grant(String id, int number, LocalDate until);

    void refuse(String id, int number);

    void terms(String id, boolean small, boolean renewal);

    void refusedTerms(String id);

    void handOver(String id, String to);

    void close(String id, Status as);

    void refusedClose(String id);

    void reopen(String id);
}
