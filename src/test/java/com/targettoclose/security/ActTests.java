package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.audit.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls the audit trail gets a line for. */
class ActTests {

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(textBlock = """
            # refused and broken
            GET,    /api/opportunities/D-1,                                     404, REFUSED
            POST,   /api/opportunities/D-1/conversations,                       422, REFUSED
            GET,    /engine-rest/process-instance/1/variables,                  403, REFUSED
            POST,   /engine-rest/task/1/complete,                               409, REFUSED
            POST,   /engine-rest/task,                                          400, REFUSED
            POST,   /camunda/api/engine/engine/default/deployment/create,       400, REFUSED
            GET,    /camunda/app/admin/default/,                                403, REFUSED
            GET,    /api/opportunities,                                         500, FAILED
            GET,    /camunda/app/tasklist/scripts/missing.js.map,               404,
            # read
            GET,    /api/opportunities/D-1,                                     200,
            GET,    /camunda/app/tasklist/default/,                             200,
            POST,   /engine-rest/task,                                          200,
            POST,   /engine-rest/engine/default/task/count,                     200,
            POST,   /camunda/api/engine/engine/default/history/task/count,      200,
            POST,   /camunda/api/engine/engine/default/filter/1/list,           200,
            POST,   /camunda/api/cockpit/plugin/base/default/process-instance,  200,
            # in the ledger
            POST,   /api/opportunities,                                         201,
            POST,   /api/opportunities/D-1/conversations,                       201,
            POST,   /opportunities/D-1/acts/setback,                            302,
            POST,   /recaps/abc,                                                302,
            POST,   /engine-rest/task/1/complete,                               204,
            POST,   /camunda/api/engine/engine/default/task/1/submit-form,      204,
            POST,   /engine-rest/process-definition/key/open-an-opportunity/submit-form, 200,
            # administration and operations
            POST,   /api/imports,                                               202, DONE
            POST,   /engine-rest/deployment/create,                             200, DONE
            DELETE, /engine-rest/deployment/1,                                  204, DONE
            POST,   /engine-rest/user/create,                                   204, DONE
            PUT,    /engine-rest/group/rep/members/tom,                         204, DONE
            PUT,    /camunda/api/engine/engine/default/job/1/retries,           204, DONE
            PUT,    /camunda/api/engine/engine/default/process-instance/1/suspended, 204, DONE
            POST,   /engine-rest/message,                                       204, DONE
            POST,   /engine-rest/task/1/claim,                                  204, DONE
            """)
    void ofSomebodyKnown(String method, String path, int status, Outcome outcome) {
        assertThat(new Act(method, path, "tom", "tom", status).outcome().orElse(null))
                .isEqualTo(outcome);
    }

    @Test
    void theTrailDoesNotKeepByWhatARecapIsAnswered() {
        assertThat(new Act("POST", "/recaps/a-token", "tom", "tom", 422).path()).isEqualTo("/recaps/");
    }

    @ParameterizedTest(name = "{0} {1}: {2} becomes {3}")
    @CsvSource(textBlock = """
            POST, /login,                                             ,    tom, 302, DONE
            POST, /camunda/api/admin/auth/user/default/login/tasklist, ,   tom, 200, DONE
            GET,  /login/oauth2/code/t2c,                             ,    tom, 302, DONE
            POST, /logout,                                            tom, ,    302, DONE
            POST, /camunda/api/admin/auth/user/default/logout,        tom, ,    200, DONE
            GET,  /api/opportunities,                                 ,    tom, 200,
            GET,  /engine-rest/task,                                  ,    tom, 200,
            GET,  /camunda/app/tasklist/default/,                     tom, ,    302,
            """)
    void ofSomebodyWhoComesOrGoes(
            String method, String path, String before, String after, int status, Outcome outcome) {
        var act = new Act(method, path, before, after, status);
        assertThat(act.outcome().orElse(null)).isEqualTo(outcome);
        assertThat(act.who()).isEqualTo("tom");
    }

    @Test
    void nobodysKnockingIsNotWrittenDown() {
        assertThat(new Act("GET", "/api/opportunities", null, null, 401).outcome())
                .isEmpty();
        assertThat(new Act("POST", "/login", null, null, 302).outcome()).isEmpty();
    }

    @Test
    void theOpportunityStandsInTheAddress() {
        assertThat(new Act("GET", "/api/opportunities/D-1/ledger", "tom", "tom", 404).opportunity())
                .contains("D-1");
        assertThat(new Act("GET", "/api/opportunities", "tom", "tom", 403).opportunity())
                .isEmpty();
    }
}
