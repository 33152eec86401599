package com.targettoclose.testing;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Sets the clock back and forgets who was logged in. REST and webapps look their engine up by its name, anywhere in this
 * JVM: they shall find the one of this test's context.
 */
class BeforeEachTest implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBean(TestClock.class).reset();
        test.getApplicationContext().getBean(IdentityService.class).clearAuthentication();
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
    }
}
