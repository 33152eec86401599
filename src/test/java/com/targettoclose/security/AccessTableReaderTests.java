package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.targettoclose.process.people.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class AccessTableReaderTests {

    private static final String HEAD = "| method | path | groups | for |\n| --- | --- | --- | --- |\n";

    private static final AccessTable TABLE = AccessTableReader.read("""
            # Words for people

            | group | who |
            | --- | --- |
            | `rep` | sells |

            Under `/rest` and `/app/rest`:

            | method | path | groups | for |
            | --- | --- | --- | --- |
            | GET, POST | `/task`, `/task/count` | rep, leader | lists |
            | GET | `/task/{id}` | all | one |
            | GET | `/task/closed` | nobody | not this |
            | GET | `/lib/**` | public | styles |

            And more:

            | method | path | groups | for |
            | --- | --- | --- | --- |
            | GET | `/` | all | home |
            """);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            GET,    /rest/task,            'REP, LEADER'
            POST,   /app/rest/task/count,  'REP, LEADER'
            HEAD,   /rest/task/count,      'REP, LEADER'
            GET,    /rest/task/,           'REP, LEADER'
            GET,    /rest/task/a1,         'REP, MANAGER, LEADER, PROCESS_OWNER, OPERATIONS, ADMIN'
            GET,    /rest/task/a%3A1,      'REP, MANAGER, LEADER, PROCESS_OWNER, OPERATIONS, ADMIN'
            GET,    /rest/task/closed,     ''
            GET,    /,                     'REP, MANAGER, LEADER, PROCESS_OWNER, OPERATIONS, ADMIN'
            """)
    void theMostExactLineDecides(String method, String path, String groups) {
        var line = TABLE.find(HttpMethod.valueOf(method), path).orElseThrow();
        assertThat(line.signedInOnly()).isTrue();
        assertThat(String.join(
                        ", ", line.groups().stream().sorted().map(Group::name).toList()))
                .isEqualTo(groups);
    }

    @Test
    void aPublicLineIsForEverybody() {
        assertThat(TABLE.find(HttpMethod.GET, "/rest/lib/a/b.css").orElseThrow().signedInOnly())
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "DELETE, /rest/task",
        "OPTIONS, /rest/task",
        "GET, /task",
        "GET, /REST/task",
        "GET, /rest/Task",
        "GET, /rest/task//",
        "GET, /rest//task",
        "GET, /rest/task/a1/form",
        "GET, /rest/t%61sk",
        "GET, /rest/task/%63ount",
        "GET, /rest/task/a%2Db",
        "GET, /rest/task/%7Ea"
    })
    void whatNoLineNamesIsFoundNowhere(String method, String path) {
        assertThat(TABLE.find(HttpMethod.valueOf(method), path)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            | FETCH | `/a` | rep | x |;            line 3: 'FETCH' is no method
            | GET,POST | `/a` | rep | x |;         line 3: 'GET,POST' is no method
            | GET | /a | rep | x |;                line 3: paths are quoted
            | GET | `a` | rep | x |;               line 3: 'a' is no path
            | GET | `/a/` | rep | x |;             line 3: '/a/' is no path
            | GET | `/a/*` | rep | x |;            line 3: '/a/*' is no path
            | GET | `/**/a` | rep | x |;           line 3: '/**/a' is no path
            | GET | `/a b` | rep | x |;            line 3: '/a b' is no path
            | GET | `` | rep | x |;                line 3: '' is no path
            | GET | `/a` | reps | x |;             line 3: there is no group 'reps'
            | GET | `/a` | rep, all | x |;         line 3: 'rep, all': all, public and nobody each stand alone
            | GET | `/a` | rep | |;                line 3: a row has four cells
            | GET | `/a` | rep |;                  line 3: a row has four cells
            | GET | `/a` | | x |;                  line 3: a row has four cells
            """)
    void aFaultIsRefusedWithItsLine(String row, String reason) {
        assertThat(refusal(HEAD + row)).contains(reason);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var refusal = refusal("""
                | method | path | who | for |
                | --- | --- | --- | --- |
                | GET | `/a` | reps | x |
                | FETCH | `/a` | rep | x |

                | POST | `/lost` | rep | outside of a table |

                Under /rest:
                """);
        assertThat(refusal)
                .contains(
                        "line 1: the columns are",
                        "line 3: there is no group 'reps'",
                        "line 4: 'FETCH'",
                        "line 6: this row belongs to no table",
                        "line 8: a line that begins with 'Under' reads");
    }

    @Test
    void oneCallIsNamedOnce() {
        assertThat(refusal(HEAD + "| GET | `/a/{id}` | rep | x |\n| GET, POST | `/a/{name}` | leader | x |"))
                .contains("line 4: GET /a/{name} stands in line 3 already");
    }

    @Test
    void aFileWithoutATableIsRefused() {
        assertThat(refusal("# Nothing here")).contains("the file holds no table");
    }

    private static String refusal(String markdown) {
        return catchThrowableOfType(StartRefused.class, () -> AccessTableReader.read(markdown))
                .getMessage();
    }
}
