package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches a payload whose worst value is hidden behind its others. */
class LanguageCheckTest {
    private static final Leg EXACT = new Leg(ValueOutcome.EXACT, "");
    private static final Leg LOSSY = new Leg(ValueOutcome.LOSSY, "a part is missing");
    private static final Leg WRONG = new Leg(ValueOutcome.WRONG, "it was 1, is 2");

    @Test
    void worstOfEachWayCounts() {
        assertThat(LanguageCheck.worst(
                        List.of(
                                check("order#0", "python", EXACT, WRONG),
                                check("order#1", "python", LOSSY, EXACT),
                                check("order#2", "python", Leg.untried("no library"), LOSSY),
                                check("order#0", "cpp", EXACT, EXACT),
                                check("list", "cpp", LOSSY, LOSSY)),
                        value -> value.replaceFirst("#.*", "")))
                .containsExactly(
                        check(
                                "order",
                                "python",
                                new Leg(ValueOutcome.LOSSY, "a part is missing (1 of 3 values)"),
                                new Leg(ValueOutcome.WRONG, "it was 1, is 2 (1 of 3 values)")),
                        check("order", "cpp", EXACT, EXACT),
                        check("list", "cpp", LOSSY, LOSSY));
    }

    @Test
    void untriedValuesHaveTheirReason() {
        Leg untried = Leg.untried("no library");
        assertThat(LanguageCheck.worst(
                        List.of(check("order#0", "cpp", untried, untried), check("order#1", "cpp", untried, untried)),
                        value -> "order"))
                .containsExactly(check("order", "cpp", untried, untried));
    }

    private static LanguageCheck check(String value, String language, Leg there, Leg back) {
        return new LanguageCheck("json", language, "json", value, there, back);
    }
}
