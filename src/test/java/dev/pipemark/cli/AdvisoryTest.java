package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Libraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches an advisory without a valid link, and an affected version that is called safe. */
class AdvisoryTest {
    @ParameterizedTest
    @CsvSource({
        "2.8.9, 2.8.8, true",
        "2.8.9, 2.8.9, false",
        "2.8.9, 2.15.0, false",
        "1.1.10.5, 1.1.10.12, false",
        "1.1.10.5, 1.1.10, true",
        "4.14.1, 4.110.0, false",
        "5.0.0, 5, false",
        "6.0.3, 6.0-beta2, true",
        "1.5.7-14, 1.5.7-13, true",
        "1.5.7-14, 1.5.7-28, false",
        "'', 99, true",
    })
    void aVersionBeforeTheFixedOneIsAffected(String fixed, String version, boolean affected) {
        Advisory advisory = new Advisory("com.acme:acme", "CVE-0", fixed, "https://acme.com", "it breaks");
        assertThat(advisory.affects(version)).isEqualTo(affected);
        assertThat(advisory.told(version))
                .startsWith(
                        "CVE-0, acme" + (fixed.isEmpty() ? ", no fixed version is known: " : " before " + fixed + ": "))
                .endsWith(version + (affected ? " is affected" : " is not affected"));
    }

    /** Catches a search without a day, and one that counts as a weakness. */
    @Test
    void searchWithoutResultIsToldWithItsDay() {
        assertThat(Advisory.known().stream().filter(Advisory::none))
                .isNotEmpty()
                .allSatisfy(none -> {
                    assertThat(none.affects("0")).isFalse();
                    assertThat(none.told("0")).matches("no advisory for [a-z-]+ was found on \\d{4}-\\d\\d-\\d\\d");
                });
    }

    @Test
    void eachAdvisoryNamesALibraryAndAPage() {
        assertThat(Advisory.known())
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .allSatisfy(advisory -> assertThat(Libraries.all()).containsKey(advisory.artifact()))
                .filteredOn(advisory -> !advisory.none())
                .allSatisfy(advisory -> {
                    assertThat(advisory.id()).matches("CVE-\\d{4}-\\d+|BDSA-\\d{4}-\\d+|(issue|pull) \\d+");
                    assertThat(advisory.fixed()).matches("|\\d+([.-]\\d+)*");
                    assertThat(advisory.link()).matches("https://\\S+");
                });
    }
}
