package com.targettoclose.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTests {

    private final FieldReader fields = new FieldReader();

    @Test
    void whatIsBlankReadsAsNothingAndIsNoFault() {
        assertThat(fields.text("t", " ", 5)).isNull();
        assertThat(fields.date("d", "")).isNull();
        assertThat(fields.choice("c", Channel.class, null)).isNull();
        assertThat(fields.link("l", " ", 5)).isNull();
        assertThat(fields.money("m", "")).isNull();
        assertThat(fields.currency("u", null)).isNull();
        assertThat(fields.faults()).isEmpty();
    }

    @Test
    void faultsKeepTheOrderOfReading() {
        fields.required("account", " ");
        fields.date("openedOn", "?");
        fields.money("value", "-1");
        assertThat(fields.faults())
                .extracting(Fault::field, Fault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("account", FaultCode.MISSING),
                        org.assertj.core.groups.Tuple.tuple("openedOn", FaultCode.NOT_A_DATE),
                        org.assertj.core.groups.Tuple.tuple("value", FaultCode.NEGATIVE));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0.00",
        "10000, 10000.00",
        "9999.99, 9999.99",
        "1e4, 10000.00",
        "10.500, 10.50",
        "'  7 ', 7.00",
        "-0, 0.00",
        "99999999999999999.99, 99999999999999999.99"
    })
    void moneyHasTwoDecimals(String sent, BigDecimal expected) {
        assertThat(fields.money("value", sent)).isEqualTo(expected);
        assertThat(fields.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ten",
                "1,000",
                "10.505",
                "1.000.000",
                "NaN",
                "Infinity",
                "100000000000000000",
                "1e17",
                "1e999999999",
                "1e-999999999",
                "0x10",
                "1 000",
                "$5",
                "1e2147483647",
                "1e-2147483647"
            })
    void whatIsNoAmountIsRefused(String sent) {
        assertThat(fields.money("value", sent)).isNull();
        assertThat(fields.faults()).extracting(Fault::code).containsExactly(FaultCode.NOT_A_NUMBER);
    }

    @Test
    void nothingIsWorthLessThanNothing() {
        assertThat(fields.money("value", "-0.01")).isNull();
        assertThat(fields.faults()).extracting(Fault::code).containsExactly(FaultCode.NEGATIVE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"USD, USD", "EUR, EUR", "' JPY ', JPY"})
    void currenciesAreIsoCodes(String sent, String expected) {
        assertThat(fields.currency("currency", sent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "US", "DOLLARS", "€", "QQQ"})
    void otherCurrenciesAreRefused(String sent) {
        assertThat(fields.currency("currency", sent)).isNull();
        assertThat(fields.faults()).extracting(Fault::code).containsExactly(FaultCode.NOT_A_CURRENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "9999-12-31", "2024-02-29", " 2026-03-02 "})
    void datesAreIsoDates(String sent) {
        assertThat(fields.date("day", sent)).isEqualTo(LocalDate.parse(sent.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1899-12-31", "+10000-01-01", "2023-02-29", "2026-03-02T10:00", "03/02/2026", "-2026-03-02"})
    void otherDatesAreRefused(String sent) {
        assertThat(fields.date("day", sent)).isNull();
        assertThat(fields.faults()).extracting(Fault::code).containsExactly(FaultCode.NOT_A_DATE);
    }

    @Test
    void choicesAreWrittenExactly() {
        assertThat(fields.choice("state", AnswerState.class, "not-yet")).isEqualTo(AnswerState.NOT_YET);
        assertThat(fields.choice("state", AnswerState.class, "NOT_YET")).isNull();
        assertThat(fields.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).isEqualTo("gained, not-yet, declined"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mail.example.com/1?a=b#c",
                "HTTP://x.example",
                "https://x.example:8443/p",
                "http://[::1]/p"
            })
    void linksBeginWithHttp(String sent) {
        assertThat(fields.link("link", sent, 2000)).isEqualTo(sent);
        assertThat(fields.faults()).isEmpty();
    }
}
