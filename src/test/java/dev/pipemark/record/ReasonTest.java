package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Catches reasons that are cut off before the name of the field. */
class ReasonTest {
    @Test
    void aLongPathIsRecordedWhole() {
        String path = "NotSerializableException: a.Lock "
                + "- field (class \"a.Node\", name: \"next\") ".repeat(100).strip();
        assertThat(Reason.recorded(path)).isEqualTo(path);
    }

    @Test
    void aVeryLongReasonLosesItsMiddleAndSaysSo() {
        String endless = "begin " + "x".repeat(100_000) + " field \"end\"";
        assertThat(Reason.recorded(endless))
                .startsWith("begin x")
                .contains("characters left out")
                .endsWith("x field \"end\"")
                .hasSizeLessThan(9_000);
    }

    @Test
    void aShownReasonKeepsItsEnd() {
        assertThat(Reason.shown("refused: " + "x".repeat(300) + "\n  in field \"name\"", 60))
                .startsWith("refused: x")
                .endsWith("x in field \"name\"")
                .hasSize(60);
        assertThat(Reason.shown("short\n and whole", 60)).isEqualTo("short and whole");
    }
}
