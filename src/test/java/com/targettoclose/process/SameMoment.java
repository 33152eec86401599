package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.springframework.test.context.TestPropertySource;

/** Two conversations of one deal, submitted at the same moment by two threads, while the engine runs the gates by itself. */
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
abstract class SameMoment extends ProcessTest {

    private static final String EARN = "UserTask_EarnTheMeeting";
    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    /** Both succeed, every time; the deal moves on and its ledger is whole. */
    void bothSucceed(int rounds) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < rounds; round++) {
                var deal = inDiscovery();
                var together = new CyclicBarrier(2);
                var explore = threads.submit(submission(deal, EXPLORE, together));
                var establish = threads.submit(submission(deal, ESTABLISH, together));
                assertSucceeds(explore::get, round);
                assertSucceeds(establish::get, round);
                awaitStage(deal, "diagnosis");
                awaitOpen(deal, 3);
                assertThat(ledger.check(deal.id()).findings()).isEmpty();
                assertThat(failedJobs(deal)).isEmpty();
                assertThat(timesEntered(deal, EXPLORE)).isOne();
                assertThat(timesEntered(deal, ESTABLISH)).isOne();
            }
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** A lost race is run again before anybody sees it, operations included. */
    private List<String> failedJobs(Deal deal) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(deal.id()).list().stream()
                .flatMap(it ->
                        history.createHistoricJobLogQuery().processInstanceId(it.getId()).failureLog().list().stream())
                .map(HistoricJobLog::getJobExceptionMessage)
                .toList();
    }

    private Deal inDiscovery() {
        var deal = deals.openOnly(null, "new-business", Deals.REP);
        awaitOpen(deal, 1);
        deal.submitOnly(EARN, deal.answers(EARN));
        awaitStage(deal, "discovery");
        awaitOpen(deal, 2);
        return deal;
    }

    private Callable<Void> submission(Deal deal, String conversation, CyclicBarrier together) {
        var task = deal.task(conversation).getId();
        var fields = deal.answers(conversation).fields();
        return () -> {
            together.await(1, TimeUnit.MINUTES);
            as(Deals.REP, () -> forms.submitTaskForm(task, fields));
            return null;
        };
    }

    private static void assertSucceeds(Callable<Void> submission, int round) throws Exception {
        try {
            submission.call();
        } catch (ExecutionException e) {
            throw new AssertionError("Round " + round + ": a submission failed", e.getCause());
        }
    }

    private void awaitOpen(Deal deal, int conversations) {
        await().atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> deal.openConversations().size() == conversations);
    }

    private void awaitStage(Deal deal, String stage) {
        await().atMost(LONG_ENOUGH).pollInterval(Duration.ofMillis(5)).until(() -> stage.equals(deal.stage()));
    }
}
