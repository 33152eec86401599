package com.targettoclose.benchmark;

import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What the guard costs: the CPU of one thread for whole deals, in an engine with the guard and one without, turn by turn
 * in one run. The database runs in the same thread.
 */
@Tag("benchmark")
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class GuardBenchmark {

    private static final int WARM_UP = 40;
    private static final int ROUNDS = 100;

    private static Deals guarded;

    @Nested
    @Order(1)
    @OnH2
    class WithGuard {

        @Autowired
        Deals deals;

        @Test
        void isReady() {
            guarded = deals;
        }
    }

    @Nested
    @Order(2)
    @OnH2
    @Import(NoGuard.class)
    class WithoutGuard {

        @Autowired
        Deals deals;

        @Test
        void costs() {
            for (int i = 0; i < WARM_UP; i++) {
                cpu(guarded);
                cpu(deals);
            }
            long[] with = new long[ROUNDS];
            long[] without = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                with[i] = cpu(guarded);
                without[i] = cpu(deals);
            }
            System.out.printf(
                    "%nCPU of a deal of %d conversations, %d turns: with guard %.2f ms, without %.2f ms (medians);"
                            + " ratio of sums %.3f, of medians %.3f%n",
                    10,
                    ROUNDS,
                    median(with) / 1e6,
                    median(without) / 1e6,
                    Arrays.stream(with).sum() / (double) Arrays.stream(without).sum(),
                    median(with) / (double) median(without));
        }
    }

    /** Takes the guard out of the engine before it is built. */
    @TestConfiguration(proxyBeanMethods = false)
    static class NoGuard {

        @Bean
        static BeanFactoryPostProcessor withoutGuard() {
            return beans -> ((BeanDefinitionRegistry) beans).removeBeanDefinition("guardEngine");
        }
    }

    /** Nanoseconds of this thread's CPU for a deal from opening to value realised. */
    private static long cpu(Deals deals) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        var deal = deals.open();
        while (!deal.openConversations().isEmpty()) {
            deal.gain(deal.openConversations().get(0));
        }
        if (deal.status() != Status.WON || deal.stage() != null) {
            throw new AssertionError(deal.status() + " in " + deal.stage());
        }
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static long median(long[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
