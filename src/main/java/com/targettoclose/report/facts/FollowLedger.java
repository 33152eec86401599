package com.targettoclose.report.facts;

import com.targettoclose.background.Lookout;
import com.targettoclose.report.ReportSettings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Feeds the read models in the background, on every node; which of them does it makes no difference. */
@Component
class FollowLedger implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowLedger.class);
    private static final int AT_ONCE = 2_000;

    private final KeepFacts facts;
    private final ReportSettings settings;
    private final Lookout lookout = new Lookout("reports", Duration.ofSeconds(30));

    FollowLedger(KeepFacts facts, ReportSettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    private void look() {
        while (isRunning() && facts.catchUp(AT_ONCE) >= AT_ONCE) {
            LOG.debug("There is more to read for the reports");
        }
    }

    @Override
    public void start() {
        if (settings.background()) {
            lookout.start(facts::renew, this::look, settings.lookEvery());
        }
    }

    @Override
    public void stop() {
        lookout.stop();
    }

    @Override
    public boolean isRunning() {
        return lookout.isRunning();
    }
}
