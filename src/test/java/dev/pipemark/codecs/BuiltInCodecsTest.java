package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInCodecsTest {
    /** Lists the codecs, as a program would that has none of their libraries. */
    static final class ListCodecs {
        public static void main(String[] arguments) {
            for (Codec codec : new BuiltInCodecs().codecs()) {
                System.out.println(codec.id() + " " + codec.badge().label() + " " + codec.library()
                        + codec.safeForUntrustedBytes() + codec.givesUp().isEmpty());
            }
        }
    }

    static List<Codec> codecs() {
        return new BuiltInCodecs().codecs();
    }

    /** Catches a provider that is not registered. */
    @Test
    void serviceLoaderFindsThem() {
        assertThat(ServiceLoader.load(CodecProvider.class)).hasAtLeastOneElementOfType(BuiltInCodecs.class);
    }

    /** Catches two codecs of one name, and a control that is not in front. */
    @Test
    void idsAreDistinctAndTheControlComesFirst() {
        assertThat(codecs()).extracting(Codec::id).doesNotHaveDuplicates();
        assertThat(codecs()).first().extracting(Codec::badge).isEqualTo(Badge.CONTROL);
    }

    /** Catches a codec that the report cannot print: a bad id, an unknown library, several lines. */
    @ParameterizedTest
    @MethodSource("codecs")
    void eachDescribesItself(Codec codec) {
        assertThat(codec.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(codec.givesUp()).isNotBlank().hasLineCount(1);
        assertThat(codec.version()).isNotEqualTo("unknown");
        assertThat(codec.standsFor().isEmpty())
                .as("only a control may be in no preset's tables")
                .isEqualTo(codec.badge() == Badge.CONTROL);
    }

    /** Catches a library's type in a codec's own signature, which would take all codecs down with one library. */
    @Test
    void listingNeedsNoLibrary(@TempDir Path folder) throws Exception {
        String withoutLibraries = classes(BuiltInCodecs.class) + java.io.File.pathSeparator + classes(ListCodecs.class);
        ChildJvm.Ended ended = ChildJvm.run(folder, withoutLibraries, List.of(), ListCodecs.class);
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output().lines()).hasSameSizeAs(codecs());
    }

    private static String classes(Class<?> type) {
        URI place = URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(place).toString();
    }
}
