package com.targettoclose.report.facts;

import com.targettoclose.background.BackgroundWork;
import com.targettoclose.report.ReportSettings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Feeds the read models in the background, on every node; which of them does it makes no difference. */
@Component
class FollowLedger extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(FollowLedger.class);
    private static final int AT_ONCE = 2_000;

    private final KeepFacts facts;

    FollowLedger(KeepFacts facts, ReportSettings settings) {
        super("reports", new Timing(settings.background(), settings.lookEvery(), Duration.ofSeconds(30)));
        this.facts = facts;
    }

    @Override
    protected void lookFirst() {
        facts.renew();
    }

    @Override
    protected void look() {
        while (goesOn() && facts.catchUp(AT_ONCE) >= AT_ONCE) {
            LOG.debug("There is more to read for the reports");
        }
    }
}
