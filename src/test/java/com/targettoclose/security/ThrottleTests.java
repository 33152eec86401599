package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.targettoclose.testing.TestClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ThrottleTests {

    private static final String OFFICE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private static final ThrottleSettings SETTINGS =
            new ThrottleSettings(3, Duration.ofMinutes(1), 5, Duration.ofSeconds(10), 2, Duration.ofSeconds(4));

    private final TestClock clock = new TestClock();
    private final Throttle throttle = new Throttle(SETTINGS, clock);

    @AfterEach
    void setTheEnginesClockBack() {
        clock.reset();
    }

    @Test
    void afterSomeWrongPasswordsTheNextHasToWait() {
        wrong(OFFICE, "rita", 3);
        assertThat(waitOf(OFFICE, "rita")).isEqualTo(60);
        clock.advance(Duration.ofSeconds(30));
        assertThat(waitOf(OFFICE, "rita")).isEqualTo(30);
    }

    @Test
    void whoTriesAddressesOfRecapsHasToWait() throws Exception {
        var filter = new ThrottleRecaps(SETTINGS, clock);
        assertThat(recap(filter, OFFICE, 404).getStatus()).isEqualTo(404);
        assertThat(recap(filter, OFFICE, 404).getStatus()).isEqualTo(404);
        var slowed = recap(filter, OFFICE, 200);
        assertThat(slowed.getStatus()).isEqualTo(429);
        assertThat(slowed.getHeader("Retry-After")).isEqualTo("4");
        assertThat(slowed.getContentAsString()).contains("Wait 4 seconds, then load it again.");
        assertThat(recap(filter, ELSEWHERE, 404).getStatus()).isEqualTo(404);
        clock.advance(Duration.ofSeconds(4));
        assertThat(recap(filter, OFFICE, 404).getStatus()).isEqualTo(404);
    }

    @Test
    void whoHasALinkReadsItAsOftenAsTheyLike() throws Exception {
        var filter = new ThrottleRecaps(SETTINGS, clock);
        for (int i = 0; i < 5; i++) {
            assertThat(recap(filter, OFFICE, 200).getStatus()).isEqualTo(200);
        }
    }

    private static MockHttpServletResponse recap(ThrottleRecaps filter, String address, int status) throws Exception {
        var request = new MockHttpServletRequest("GET", "/recaps/abc");
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (asked, answer) -> ((MockHttpServletResponse) answer).setStatus(status));
        return response;
    }

    @Test
    void aRefusedAttemptIsNotCheckedAndMakesTheWaitNoLonger() {
        wrong(OFFICE, "rita", 3);
        for (int n = 0; n < 100; n++) {
            assertThat(waitOf(OFFICE, "rita")).isEqualTo(60);
        }
    }

    @Test
    void oneMoreIsAllowedEveryMinute() {
        wrong(OFFICE, "rita", 3);
        clock.advance(Duration.ofMinutes(1));
        wrong(OFFICE, "rita", 1);
        assertThat(waitOf(OFFICE, "rita")).isEqualTo(60);
    }

    @Test
    void whoSignedInBeforeTheClockWasSetBackDoesNotWait() {
        clock.advance(Duration.ofDays(1));
        assertThat(throttle.attempt(OFFICE, "rita", () -> true)).isTrue();
        clock.reset();
        assertThat(throttle.attempt(OFFICE, "rita", () -> true)).isTrue();
    }

    @Test
    void afterAQuietTimeEverythingIsForgotten() {
        wrong(OFFICE, "rita", 3);
        clock.advance(Duration.ofMinutes(3));
        wrong(OFFICE, "rita", 3);
    }

    @Test
    void nobodyIsLockedOutFromAnotherAddress() {
        wrong(OFFICE, "rita", 3);
        assertThat(throttle.attempt(ELSEWHERE, "rita", () -> true)).isTrue();
        assertThat(throttle.attempt(OFFICE, "tom", () -> true)).isTrue();
    }

    @Test
    void anAddressThatIsWrongAboutManyHasToWaitForAllOfThem() {
        for (int n = 0; n < 5; n++) {
            wrong(ELSEWHERE, "user" + n, 1);
        }
        assertThat(waitOf(ELSEWHERE, "rita")).isEqualTo(10);
        assertThat(throttle.attempt(OFFICE, "rita", () -> true)).isTrue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(throttle.attempt(ELSEWHERE, "rita", () -> true)).isTrue();
    }

    @Test
    void rightPasswordsNeverCount() {
        for (int n = 0; n < 100; n++) {
            assertThat(throttle.attempt(OFFICE, "rita", () -> true)).isTrue();
        }
        wrong(OFFICE, "rita", 3);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1::1, 2001:db8:0:1:ffff::2, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
        "192.0.2.1, 192.0.2.2, false"
    })
    void theNetworkOfAnIpv6AddressCountsAsOne(String first, String second, boolean asOne) {
        wrong(first, "rita", 3);
        var refused = catchThrowableOfType(TooManyAttempts.class, () -> throttle.attempt(second, "rita", () -> false));
        assertThat(refused != null).isEqualTo(asOne);
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitLonger() {
        clock.advance(Duration.ofDays(1));
        wrong(OFFICE, "rita", 3);
        clock.reset();
        assertThat(waitOf(OFFICE, "rita")).isEqualTo(60);
    }

    @Test
    void manyAtTheSameMomentDoNotSlipThrough() throws InterruptedException {
        int guesses = 40;
        var checked = new AtomicInteger();
        var refused = new AtomicInteger();
        var allAsked = new CountDownLatch(guesses);
        var threads = Executors.newFixedThreadPool(guesses);
        for (int n = 0; n < guesses; n++) {
            threads.execute(() -> {
                try {
                    throttle.attempt(OFFICE, "rita", () -> {
                        checked.incrementAndGet();
                        allAsked.countDown();
                        return awaited(allAsked);
                    });
                } catch (TooManyAttempts e) {
                    refused.incrementAndGet();
                    allAsked.countDown();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(checked).hasValue(3);
        assertThat(refused).hasValue(guesses - 3);
    }

    private void wrong(String address, String user, int times) {
        for (int n = 0; n < times; n++) {
            assertThat(throttle.attempt(address, user, () -> false)).isFalse();
        }
    }

    private long waitOf(String address, String user) {
        return catchThrowableOfType(
                        TooManyAttempts.class,
                        () -> throttle.attempt(address, user, () -> {
                            throw new AssertionError("This attempt had to wait.");
                        }))
                .seconds();
    }

    /** A wrong password, told only when every guess is on its way. */
    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
