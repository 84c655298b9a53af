package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.Arm;
import dev.pipemark.record.CodecFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Catches a compressed codec that a pattern names but a plan lacks, or that is in a plan without being named. */
class VariantsTest {
    @Test
    void patternsAddVariantsBehindTheirCodecs() {
        List<String> all = Stock.with(List.of(), List.of("kryo*+zstd", "jackson-json+*", "java"))
                .offer()
                .codecIds();
        assertThat(all)
                .doesNotHaveDuplicates()
                .containsSubsequence("kryo", "kryo+zstd", "kryo-registered", "kryo-registered+zstd", "msgpack")
                .contains("jackson-json+deflate", "jackson-json+lz4", "jackson-json+snappy", "jackson-json+zstd")
                .doesNotContain("java+zstd", "kryo+lz4", "jackson-json-poly+zstd");
        assertThat(all.get(all.indexOf("kryo") + 1)).isEqualTo("kryo+zstd");
    }

    /** A listed codec with compression is like any other, so plain patterns match it. */
    @Test
    void patternWithoutPlusNamesNoFurtherVariant() {
        assertThat(Stock.with(List.of(), List.of("*", "java+lz4")).offer().codecIds())
                .isEqualTo(Stock.with(List.of()).offer().codecIds())
                .contains("java+lz4", "jackson-json+zstd");
    }

    @Test
    void unknownPartOfAPatternIsNamed() {
        assertThatThrownBy(() -> Stock.with(List.of(), List.of("kryo+gzip")))
                .isInstanceOfSatisfying(UnknownNameException.class, e -> {
                    assertThat(e).hasMessage("there is no compression 'gzip'");
                    assertThat(e.known()).containsExactly("deflate", "lz4", "snappy", "zstd");
                });
        assertThatThrownBy(() -> Stock.with(List.of(), List.of("kyro+zstd")))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("there is no codec 'kyro'");
    }

    /** Catches another version of a compression library that changes no codec. */
    @Test
    void armWithACompressionLibraryAffectsTheCodecsThatUseIt() {
        Offer offer = Stock.with(List.of(), List.of("kryo+zstd")).offer();
        Arm arm = new Arm("old", List.of("/zstd.jar"), null, List.of(), Map.of("com.github.luben:zstd-jni", "1.5"), "");
        assertThat(offer.codecs())
                .filteredOn(codec -> Arms.affects(arm, codec, offer))
                .extracting(CodecFacts::id)
                .contains("kryo+zstd", "jackson-json+zstd")
                .doesNotContain("kryo", "jackson-json", "java+lz4");
    }

    @Test
    void armIsBehindTheCompression() {
        Arm arm = new Arm("old", List.of(), null, List.of("-Xint"), Map.of(), "");
        String id = arm.codec("kryo+zstd");
        assertThat(id).isEqualTo("kryo+zstd@old");
        assertThat(Arm.base(id)).isEqualTo("kryo+zstd");
        assertThat(Arm.of(id)).isEqualTo("old");
    }
}
