package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a mode for changing classes that does not support a change, and a probe that accepts every mode. */
class RollingContractTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "kryo-compatible, yes, both ways",
        "fory-compatible, yes, both ways",
        "fory, refused on decode, the new side reads old",
        "kryo-tagged, refused on decode, Unknown field tag: 5",
    })
    void tellsWhetherOldAndNewUnderstandEachOther(String id, String answer, String detail) throws Exception {
        Finding finding = find(id, new RollingContract(folder));
        assertThat(finding.answer()).as(finding.detail()).isEqualTo(answer);
        assertThat(finding.detail()).contains(detail);
    }

    /** Catches a codec whose classes need annotations and that is tried with classes without any. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a field added, yes, priority is '0'",
                "a field removed, refused on decode, Unknown field tag",
                "a field renamed, yes, title is 'order'",
            })
    void annotatedClassesAreTriedWithTheirOwnVersions(String change, String answer, String detail) throws Exception {
        Contract contract = EvolutionContract.all(folder).stream()
                .filter(each -> each.name().equals(change))
                .findFirst()
                .orElseThrow();
        Finding finding = find("kryo-tagged", contract);
        assertThat(finding.answer()).as(finding.detail()).isEqualTo(answer);
        assertThat(finding.detail()).contains(detail);
    }

    private Finding find(String id, Contract contract) throws Exception {
        Codec codec = Catalog.load(RollingContractTest.class.getClassLoader()).codec(id);
        WorkerSettings settings = new WorkerSettings(
                System.getProperty("java.class.path"),
                QuickStart.with("-Xmx256m"),
                folder.resolve("logs"),
                Duration.ofMinutes(2));
        try (ContractWorkers workers = new ContractWorkers(settings, id)) {
            return contract.find(codec, workers);
        }
    }
}
