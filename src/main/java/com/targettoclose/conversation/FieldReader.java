package com.targettoclose.conversation;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one input and collects every fault on the way. Absent and faulty fields both read as null. */
public final class FieldReader {

    private static final int MONEY_DIGITS = 17;
    private static final int MONEY_SCALE = 2;

    private final List<Fault> faults = new ArrayList<>();

    /** Every fault found so far, in the order of reading. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Notes a fault. */
    public void fault(String field, FaultCode code, @Nullable String value) {
        faults.add(Fault.of(field, code, value));
    }

    /** Notes a fault whose sentence names something besides. */
    public void fault(String field, FaultCode code, @Nullable String value, @Nullable String detail) {
        faults.add(new Fault(field, code, value, detail));
    }

    /** Whether the field is filled; a fault where it is not. */
    public boolean required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            fault(field, FaultCode.MISSING, null);
            return false;
        }
        return true;
    }

    /** Text without surrounding space, at most so many characters; null where blank. */
    public @Nullable String text(String field, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var text = value.strip();
        if (text.length() > maxLength) {
            fault(field, FaultCode.TOO_LONG, text, Integer.toString(maxLength));
        }
        if (!isReadable(text)) {
            fault(field, FaultCode.UNREADABLE, null, "it holds a character that is no text.");
        }
        return text;
    }

    /**
     * Whether a text is what it looks like: no half characters, nothing that turns the direction of what follows, and
     * something to be seen.
     */
    private static boolean isReadable(String text) {
        return text.codePoints().noneMatch(FieldReader::misleads)
                && text.codePoints().anyMatch(c -> Character.getType(c) != Character.FORMAT);
    }

    private static boolean misleads(int c) {
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return turns || c == 0 || Character.getType(c) == Character.SURROGATE;
    }

    /** An ISO date. */
    public @Nullable LocalDate date(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            var date = LocalDate.parse(value.strip());
            if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // the fault below says it
        }
        fault(field, FaultCode.NOT_A_DATE, value, "year-month-day, such as 2026-03-31");
        return null;
    }

    /** An ISO date that must be there and must have come already. */
    public @Nullable LocalDate pastDay(String field, @Nullable String value, LocalDate today) {
        var day = required(field, value) ? date(field, value) : null;
        if (day != null && day.isAfter(today)) {
            fault(field, FaultCode.IN_THE_FUTURE, value);
        }
        return day;
    }

    /** An ISO date that is not over yet. */
    public @Nullable LocalDate comingDay(String field, @Nullable String value, LocalDate today) {
        var day = date(field, value);
        if (day != null && day.isBefore(today)) {
            fault(field, FaultCode.IN_THE_PAST, value);
        }
        return day;
    }

    /** Text that must be there, without surrounding space, at most so many characters. */
    public @Nullable String requiredText(String field, @Nullable String value, int maxLength) {
        return required(field, value) ? text(field, value, maxLength) : null;
    }

    /** One of a fixed list of values. */
    public <E extends Enum<E> & Choice> @Nullable E choice(String field, Class<E> type, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var choice = Choice.of(type, value.strip());
        if (choice.isEmpty()) {
            fault(field, FaultCode.NOT_A_CHOICE, value, Choice.values(type));
        }
        return choice.orElse(null);
    }

    /** An http or https address with a host. */
    public @Nullable String link(String field, @Nullable String value, int maxLength) {
        var text = text(field, value, maxLength);
        if (text == null) {
            return null;
        }
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            if (("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) && uri.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException e) {
            // the fault below says it
        }
        fault(field, FaultCode.NOT_A_LINK, text);
        return null;
    }

    /** An amount of money, zero or more, with at most two decimals and seventeen digits before the point. */
    public @Nullable BigDecimal money(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        BigDecimal amount;
        try {
            amount = value.length() > 40 ? null : new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            amount = null;
        }
        if (amount == null
                || amount.stripTrailingZeros().scale() > MONEY_SCALE
                || (long) amount.precision() - amount.scale() > MONEY_DIGITS) {
            fault(field, FaultCode.NOT_A_NUMBER, value);
            return null;
        }
        if (amount.signum() < 0) {
            fault(field, FaultCode.NEGATIVE, value);
            return null;
        }
        return amount.setScale(MONEY_SCALE);
    }

    /** A whole number within limits; the lower one where a fault was noted. */
    public int number(String field, String value, int lowest, int highest) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the fault below says it
        }
        fault(field, FaultCode.OUT_OF_RANGE, value, lowest + " to " + highest);
        return lowest;
    }

    /** An ISO 4217 currency code. */
    public @Nullable String currency(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Currency.getInstance(value.strip()).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            fault(field, FaultCode.NOT_A_CURRENCY, value);
            return null;
        }
    }
}
