package dev.pipemark.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.conformance.Conformance.Fate;
import dev.pipemark.conformance.Conformance.Finding;
import dev.pipemark.conformance.Impostor.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a rule that is not tried, a fault that passes, and a good worker that is called broken. */
@Timeout(300)
final class ConformanceTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** For workers that stop answering. */
    private static final Duration SHORT = Duration.ofSeconds(4);

    /** For workers that never answer. No other worker has so little time to start. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"json", "cbor"})
    void goodWorkerKeepsEveryRule(String format) throws IOException {
        List<Finding> findings = conformance(Fault.NONE, format, LONG).run(finding -> {});
        assertThat(findings)
                .hasSizeGreaterThan(15)
                .allSatisfy(finding ->
                        assertThat(finding).isEqualTo(new Finding(finding.name(), finding.rule(), Fate.HOLDS, "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NEVER_GREETS | greeting | no answer within 1 s; the worker was killed",
                "WRONG_MAGIC | magic | its greeting begins with 0x12345678",
                "OLD_VERSION | version | it speaks version 3",
                "OTHER_FORMAT | format | greets with 'yaml' and ''",
                "WRONG_PID | pid | a script must use exec",
                "NAMELESS | names | it does not name its language",
                "CHANGES_VALUES | echo | which it describes as text:\"another value\"",
                "FORGETS_ARGUMENTS | echo | it answered ECHO with the argument 1000 by one with 0",
                "OUT_OF_ORDER | order | answer 1 of 200 is that of request",
                "NEEDS_WHOLE_READS | split | ended with exit code 5",
                "CUTS_LARGE | large | it answered DESCRIBE of what ECHO returned with REFUSED",
                "TRIMS_FRAMES | frame | it returned other bytes than the 256 that it got",
                "EMPTY_USAGE | note | its USAGE has 0 bytes, where six numbers have 48",
                "DESCRIBES_WRONG | describe | as [int:1,int:-2,float:1.5]",
                "WRONG_TOTALS | sink | it acknowledged 3 of 4 values",
                "COUNTS_REFUSED | sink-refused | in all; the number must be above 0 and at most 2",
                "TAKES_TRAILING | trailing | with the tag 103, and not with the tag 109",
                "WRONG_STAGE | garbage | with the stage ENCODE, and not with DECODE",
                "DIES_ON_GARBAGE | garbage | the foreign worker ended with exit code 3",
                "HANGS_ON_GARBAGE | garbage | no answer within 4 s; the worker was killed",
                "ANSWERS_ANYTHING | unknown | it answered the tag 77 with the tag 102",
                "TAKES_ANY_FORMAT | no-format | it greeted for the format 'no-such-format'",
                "OPENS_NOTHING | open | it answered OPEN of '' with REFUSED",
                "PRINTS | stdout | the received bytes are not a message",
                "STAYS | end | it did not end after its input",
                "EXITS_WITH_3 | end | the foreign worker ended with exit code 3",
            })
    void faultIsReportedWithItsRule(Fault fault, String rule, String told) throws IOException {
        Duration deadline = switch (fault) {
            case NEVER_GREETS -> SHORTEST;
            case HANGS_ON_GARBAGE, STAYS -> SHORT;
            default -> LONG;
        };
        Conformance conformance = conformance(fault, "json", deadline);
        Check check = conformance.checks().stream()
                .filter(each -> each.name().equals(rule))
                .findFirst()
                .orElseThrow();
        Finding finding = conformance.attempt(check);
        assertThat(finding.fate()).as(finding.fault()).isEqualTo(Fate.BROKEN);
        assertThat(finding.fault()).contains(told).doesNotContain("\n");
    }

    @Test
    void deathCostsTheRulesThatItBreaks() throws IOException {
        List<Finding> findings =
                conformance(Fault.DIES_ON_GARBAGE, "json", LONG).run(finding -> {});
        assertThat(findings)
                .filteredOn(finding -> finding.fate() != Fate.HOLDS)
                .extracting(Finding::name)
                .containsExactly("sink-refused", "trailing", "garbage", "stdout");
    }

    @Test
    void workerThatDoesNotGreetIsNotStartedAgain() throws IOException {
        List<Finding> told = new ArrayList<>();
        List<Finding> findings =
                conformance(Fault.NEVER_GREETS, "json", SHORTEST).run(told::add);
        assertThat(told).isEqualTo(findings);
        assertThat(findings.get(0).fate()).isEqualTo(Fate.BROKEN);
        assertThat(findings.subList(1, findings.size()))
                .extracting(Finding::fate)
                .containsOnly(Fate.NOT_TRIED);
    }

    @Test
    void missingLibraryIsReportedInTheWordsOfTheWorker() throws IOException {
        Finding greeting =
                conformance(Fault.NONE, "msgpack", LONG).run(finding -> {}).get(0);
        assertThat(greeting.fault())
                .contains("exit code 71: it cannot serve this format", "no library for msgpack: install one");
    }

    @Test
    void unknownFormatIsRefused() {
        assertThatThrownBy(() -> conformance(Fault.NONE, "yaml", LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'yaml' is not a format that can be tested: choose one of json, cbor, msgpack, protobuf, avro");
    }

    private Conformance conformance(Fault fault, String format, Duration deadline) throws IOException {
        String script = Impostor.launcher(folder, fault).toString();
        return new Conformance(List.of(script), format, folder.resolve("logs"), deadline);
    }
}
