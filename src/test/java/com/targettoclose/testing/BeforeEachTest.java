package com.targettoclose.testing;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Sets the clock back and forgets who was logged in. */
class BeforeEachTest implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBean(TestClock.class).reset();
        test.getApplicationContext().getBean(IdentityService.class).clearAuthentication();
    }
}
