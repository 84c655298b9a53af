package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("java", "kryo", "kryo-registered", "jackson-json", "media-content", "doctor");

    /** Catches suggestions that miss the usual slips: one letter more, less, other, or two swapped. */
    @ParameterizedTest
    @CsvSource({
        "krio, kryo",
        "kyro, kryo",
        "kryoo, kryo",
        "jackson-jsn, jackson-json",
        "Media-Content, media-content",
        "media, media-content",
        "doctr, doctor"
    })
    void theNearestIsNamed(String typed, String meant) {
        assertThat(Suggestion.nearest(typed, KNOWN)).contains(meant);
    }

    /** Catches a suggestion that has nothing to do with what was typed. */
    @Test
    void nothingNearIsNothing() {
        assertThat(Suggestion.nearest("protobuf", KNOWN)).isEmpty();
        assertThat(Suggestion.phrase("xyz", KNOWN)).isEmpty();
    }
}
