package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a text that a spreadsheet would run as a formula, and a number that it would read as text. */
class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "\uFF1D1+1", "-x", "--1"})
    void formulasAreTexts(String text) {
        assertThat(row(text).replace("\"", "")).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.5", "+3", "-2e-7", "-", "a=b", "1-2", "'quoted"})
    void otherTextsStay(String text) {
        assertThat(row(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1.5,-1.5", "-0.00000025,-0.00000025", "NaN,''", "Infinity,''", "1234567.891,1234567.891", "0,0"})
    void numbersStayNumbers(double number, String written) {
        assertThat(row(number)).isEqualTo(written);
    }

    private static String row(Object value) {
        String written = new Csv<Object>()
                .column("a", each -> "first")
                .column("b", each -> each)
                .of(List.of(value));
        return written.substring("a,b\nfirst,".length(), written.length() - 1);
    }
}
