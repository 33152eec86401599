package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.conversation.RawConversation;
import com.targettoclose.conversation.RawConversation.RawAnswer;
import com.targettoclose.conversation.RawSetback;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.WaiverPolicy.RawAsk;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.changes.ChangeTerms;
import com.targettoclose.process.changes.ChangeTerms.Change;
import com.targettoclose.process.changes.CloseOpportunity;
import com.targettoclose.process.changes.CloseOpportunity.Closing;
import com.targettoclose.process.changes.HandOver;
import com.targettoclose.process.changes.ReopenOpportunity;
import com.targettoclose.process.changes.ReportSetback;
import com.targettoclose.process.conversations.RecordConversation;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.requests.AskForWaiver;
import com.targettoclose.process.requests.AskForWaiver.Result.Asked;
import com.targettoclose.process.requests.AskForWaiver.Result.NotAsked;
import com.targettoclose.process.requests.DecideWaiver;
import com.targettoclose.testing.Answers;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.TestClock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;

/** The doors of the application; a deal's gates run after each step. */
record RealDoors(
        Deals deals,
        TestClock clock,
        RecordConversation recordConversation,
        ReportSetback reportSetback,
        ChangeTerms changeTerms,
        CloseOpportunity closeOpportunity,
        ReopenOpportunity reopenOpportunity,
        HandOver handOver,
        AskForWaiver askForWaiver,
        DecideWaiver decideWaiver)
        implements WalkDoors {

    private static final Actor LEADER = new Actor("wendy", Set.of("leader"));

    static RealDoors of(BeanFactory beans) {
        return new RealDoors(
                beans.getBean(Deals.class),
                beans.getBean(TestClock.class),
                beans.getBean(RecordConversation.class),
                beans.getBean(ReportSetback.class),
                beans.getBean(ChangeTerms.class),
                beans.getBean(CloseOpportunity.class),
                beans.getBean(ReopenOpportunity.class),
                beans.getBean(HandOver.class),
                beans.getBean(AskForWaiver.class),
                beans.getBean(DecideWaiver.class));
    }

    @Override
    public String open(String roadmap, boolean small, boolean renewal, String owner) {
        return deals.openOnly(value(small), type(renewal), owner, roadmap)
                .settle()
                .id();
    }

    @Override
    public LocalDate today() {
        return clock.today();
    }

    @Override
    public void later(Period period) {
        clock.advance(period);
    }

    @Override
    public void hold(String id, String conversation, Map<String, String> answers, boolean proven) {
        var deal = deals.deal(id);
        var form = deal.answers(conversation);
        deal.conversation(conversation).items().forEach(item -> {
            switch (answers.getOrDefault(item.id(), "")) {
                case "gained" -> {}
                case "not-yet" -> form.notYet(item);
                case "declined" -> form.declined(item);
                default -> form.without(item);
            }
        });
        if (!proven && "gained".equals(answers.get("decide"))) {
            form.with("decideProof", null).with("decideLink", null);
        }
        deal.submit(conversation, form);
    }

    @Override
    public void record(String id, String owner, Map<String, String> answers) {
        done(id, recordConversation.record(id, conversation(answers), null, owner));
    }

    @Override
    public void refusedRecord(String id, String item) {
        refused(recordConversation.record(id, conversation(Map.of(item, "gained")), null, Deals.REP));
    }

    @Override
    public void takeBack(String id, String item) {
        done(id, reportSetback.report(id, setback(item), Deals.REP));
    }

    @Override
    public void refusedSetback(String id, String item) {
        refused(reportSetback.report(id, setback(item), Deals.REP));
    }

    @Override
    public int ask(String id, String owner, List<String> items) {
        var result = askForWaiver.ask(id, new RawAsk(items, "They will not give it before autumn"), owner);
        assertThat(result).isInstanceOf(Asked.class);
        return ((Asked) result).number();
    }

    @Override
    public void refusedAsk(String id, String owner) {
        var ask = new RawAsk(List.of("decide"), "They will sign later");
        assertThat(askForWaiver.ask(id, ask, owner)).isInstanceOf(NotAsked.class);
    }

    @Override
    public void grant(String id, int number, LocalDate until) {
        var grant = new RawDecision("granted", "Fine for now", until.toString(), null);
        done(id, decideWaiver.decide(id, number, grant, LEADER, null));
    }

    @Override
    public void refuse(String id, int number) {
        done(id, decideWaiver.decide(id, number, new RawDecision("refused", "Ask again", null, null), LEADER, null));
    }

    @Override
    public void terms(String id, boolean small, boolean renewal) {
        done(id, changeTerms.change(id, change(small, renewal), Deals.REP));
    }

    @Override
    public void refusedTerms(String id) {
        refused(changeTerms.change(id, change(true, true), Deals.REP));
    }

    @Override
    public void handOver(String id, String to) {
        deals.user(to);
        done(id, handOver.handOver(id, to, null, LEADER.userId()));
    }

    @Override
    public void close(String id, Status as) {
        done(id, closeOpportunity.close(id, closing(as), Deals.REP));
    }

    @Override
    public void refusedClose(String id) {
        refused(closeOpportunity.close(id, closing(Status.LOST), Deals.REP));
    }

    @Override
    public void reopen(String id) {
        done(id, reopenOpportunity.reopen(id, "They called us back today", Deals.REP));
    }

    private void done(String id, Optional<Refusal> refusal) {
        assertThat(refusal).isEmpty();
        deals.deal(id).settle();
    }

    private static void refused(Optional<Refusal> refusal) {
        assertThat(refusal).isPresent();
    }

    private RawConversation conversation(Map<String, String> answers) {
        var all = answers.entrySet().stream()
                .map(it -> answer(it.getKey(), it.getValue()))
                .toList();
        return new RawConversation("Dana Whitfield", today().toString(), "call", null, all, List.of());
    }

    private RawAnswer answer(String item, String state) {
        boolean gained = state.equals("gained");
        return new RawAnswer(
                item,
                state,
                Answers.words(deals.item(item)),
                gained ? "message" : null,
                gained ? "https://mail.example.com/" + item : null,
                part -> item + "." + part);
    }

    private RawSetback setback(String item) {
        return new RawSetback(item, "Dana Whitfield", "Their board stopped all of it", today().toString());
    }

    private static Change change(boolean small, boolean renewal) {
        return new Change(value(small), "USD", type(renewal), null);
    }

    private static Closing closing(Status as) {
        var reason = Map.of(Status.LOST, "price", Status.NO_DECISION, "no-budget", Status.DISQUALIFIED, "no-fit");
        return new Closing(as.value(), reason.get(as), null, "They told us so on the phone");
    }

    private static String value(boolean small) {
        return small ? "9000" : "60000";
    }

    private static String type(boolean renewal) {
        return renewal ? "renewal" : "new-business";
    }
}
