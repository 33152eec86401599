package com.targettoclose.pipeline.planner;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A calendar file of one event that lasts a day (iCalendar, RFC 5545).
 *
 * @param uid by which a calendar knows the event again: a later file moves it
 * @param stamp when the file was made
 */
record CalendarFile(String uid, LocalDate day, String summary, String description, Instant stamp) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A line has 75 octets at most (section 3.1). */
    private static final int LONGEST_LINE = 75;

    /** The file, its lines ending as the standard wants. */
    String text() {
        return List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Target to Close//Next step//EN",
                        "BEGIN:VEVENT",
                        "UID:" + escaped(uid),
                        "DTSTAMP:" + MOMENT.format(stamp),
                        "DTSTART;VALUE=DATE:" + DAY.format(day),
                        "SUMMARY:" + escaped(summary),
                        "DESCRIPTION:" + escaped(description),
                        "END:VEVENT",
                        "END:VCALENDAR")
                .stream()
                .map(CalendarFile::folded)
                .collect(Collectors.joining());
    }

    /** Text as a value (section 3.3.11); control characters have no place in it. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** A line broken where it is too long, never inside a character; what goes on begins with a space. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            var letter = Character.toString(line.codePointAt(i));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(letter);
            octets += size;
            i += letter.length();
        }
        return folded.append("\r\n").toString();
    }
}
