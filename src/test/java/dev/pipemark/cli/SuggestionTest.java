package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("java", "kryo", "kryo-registered", "jackson-json", "media-content", "doctor");

    /** Catches missing suggestions for typical slips: a letter more, less, or different, or two letters swapped. */
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
    void nearestNameIsSuggested(String typed, String meant) {
        assertThat(Suggestion.nearest(typed, KNOWN)).contains(meant);
    }

    /** Catches a suggestion that is unrelated to the typed name. */
    @Test
    void distantNameIsNotSuggested() {
        assertThat(Suggestion.nearest("protobuf", KNOWN)).isEmpty();
        assertThat(Suggestion.phrase("xyz", KNOWN)).isEmpty();
    }
}
