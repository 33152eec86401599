package com.targettoclose.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords. What counts is who asks: an address is slowed down for one user, and for all of
 * them when it has been wrong about many. Nobody can lock out somebody else from another address, and nobody is ever
 * locked out for good.
 *
 * <p>An attempt is counted before the password is checked and given back where it was right, so that many at the same
 * moment do not slip through.
 */
@Component
class Throttle {

    private static final int LONGEST_ID = 64;

    /** Whoever has one IPv6 address has the 2^64 beside it. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Allowance forUser;
    private final Allowance forAddress;

    Throttle(ThrottleSettings settings, Clock clock) {
        this.forUser = new Allowance(settings.attempts(), settings.attemptEvery(), clock);
        this.forAddress = new Allowance(settings.attemptsFromAddress(), settings.attemptFromAddressEvery(), clock);
    }

    /**
     * Checks a password, if one may be tried now.
     *
     * @return what the check says
     * @throws TooManyAttempts where it has to wait
     */
    boolean attempt(String address, String user, BooleanSupplier check) {
        var source = network(address);
        var both = source + " " + user.substring(0, Math.min(user.length(), LONGEST_ID));
        refuseIfWaiting(forUser.take(both));
        var wait = forAddress.take(source);
        if (!wait.isZero()) {
            forUser.giveBack(both);
        }
        refuseIfWaiting(wait);
        boolean right = check.getAsBoolean();
        if (right) {
            forUser.giveBack(both);
            forAddress.giveBack(source);
        }
        return right;
    }

    void forgetAll() {
        forUser.forgetAll();
        forAddress.forgetAll();
    }

    private static void refuseIfWaiting(Duration wait) {
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
    }

    /** What counts as one place: an address, or the network that one IPv6 address can choose from. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
