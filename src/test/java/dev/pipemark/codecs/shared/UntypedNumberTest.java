package dev.pipemark.codecs.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a number that gets another class or loses digits. */
class UntypedNumberTest {
    @Test
    void wholeNumberGetsFirstClassThatHoldsIt() {
        for (Number number : List.of(
                0,
                -1,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE + 1L,
                Integer.MIN_VALUE - 1L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE),
                BigInteger.TWO.pow(3000).negate())) {
            assertThat(UntypedNumber.of(number.toString())).isEqualTo(number);
        }
    }

    @Test
    void numberWithFractionOrExponentIsDouble() {
        for (double number : new double[] {0.0, -0.0, 1.0, 0.1 + 0.2, Double.MIN_VALUE, Double.MAX_VALUE}) {
            assertThat(UntypedNumber.of(Double.toString(number))).isEqualTo(number);
        }
        assertThat(UntypedNumber.of("1e3")).isEqualTo(1000.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1x", "x", "1.2.3"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> UntypedNumber.of(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void numberOfManyDigitsIsRefused() {
        assertThatThrownBy(() -> UntypedNumber.of("1".repeat(1001))).isInstanceOf(NumberFormatException.class);
    }
}
