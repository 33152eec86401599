package com.targettoclose.pipeline.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarFileTests {

    private static final Instant STAMP = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @Test
    void itIsOneEventOfADay() {
        assertThat(file("Earn the meeting", "Be worth their time").text()).isEqualTo("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Target to Close//Next step//EN
                        BEGIN:VEVENT
                        UID:D-1-Talk@target-to-close
                        DTSTAMP:20260302T090000Z
                        DTSTART;VALUE=DATE:20260312
                        SUMMARY:Earn the meeting
                        DESCRIPTION:Be worth their time
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
    }

    @Test
    void whatHasAMeaningInTheFileIsEscaped() {
        assertThat(file("Smith, Sons; Co\\Ltd\u0007", "One\r\ntwo\nthree").text())
                .contains("SUMMARY:Smith\\, Sons\\; Co\\\\Ltd\r\n", "DESCRIPTION:One\\ntwo\\nthree\r\n")
                .doesNotContain("\nBEGIN:VALARM");
        assertThat(file("A\r\nBEGIN:VALARM", "").text().lines()).doesNotContain("BEGIN:VALARM");
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        var long1 = "Gespräche über Größe 🙂 ".repeat(12).strip();
        var text = file(long1, "").text();
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + long1 + "\r\n");
    }

    private static CalendarFile file(String summary, String description) {
        return new CalendarFile("D-1-Talk@target-to-close", DAY, summary, description, STAMP);
    }
}
