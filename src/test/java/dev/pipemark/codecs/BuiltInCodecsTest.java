package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Compression;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInCodecsTest {
    /** Lists the codecs in a JVM without any of their libraries. */
    static final class ListCodecs {
        public static void main(String[] arguments) {
            for (Codec codec : new BuiltInCodecs().codecs()) {
                System.out.println(codec.id() + " " + codec.badge().label() + " " + codec.library()
                        + codec.safeForUntrustedBytes() + codec.givesUp().isEmpty());
            }
            for (Compression compression : new BuiltInCodecs().compressions()) {
                System.out.println(
                        compression.of(new BuiltInCodecs().codecs().get(0)).artifacts());
            }
        }
    }

    static List<Codec> codecs() {
        return new BuiltInCodecs().codecs();
    }

    /** Catches a provider that is not registered. */
    @Test
    void serviceLoaderFindsProvider() {
        assertThat(ServiceLoader.load(CodecProvider.class)).hasAtLeastOneElementOfType(BuiltInCodecs.class);
    }

    /** Catches two codecs with the same id, and a control that is not first. */
    @Test
    void idsAreDistinctAndControlComesFirst() {
        assertThat(codecs()).extracting(Codec::id).doesNotHaveDuplicates();
        assertThat(codecs()).first().extracting(Codec::badge).isEqualTo(Badge.CONTROL);
    }

    /** Catches a codec that a report cannot print: a bad id, an unknown library, a text of several lines. */
    @ParameterizedTest
    @MethodSource("codecs")
    void codecDescriptionIsPrintable(Codec codec) {
        assertThat(codec.id()).matches("[a-z0-9]+(-[a-z0-9]+)*(\\+[a-z0-9]+)?");
        assertThat(codec.givesUp()).isNotBlank().hasLineCount(1);
        assertThat(codec.version()).isNotEqualTo("unknown");
        if (codec.badge() == Badge.CONTROL) {
            assertThat(codec.standsFor()).isEmpty();
        }
    }

    /** Catches a pair that compares two libraries, or that no run can have. */
    @ParameterizedTest
    @MethodSource("codecs")
    void codecDiffersFromAnotherOfItsLibrary(Codec codec) {
        codec.differsFrom().ifPresent(difference -> {
            Codec other = Messages.codec(difference.codec());
            assertThat(other.id()).isNotEqualTo(codec.id());
            // A module of a library is an artifact of its own.
            assertThat(codec.library()).startsWith(group(other));
            assertThat(difference.feature()).matches("[a-z]+( [a-z]+)*");
        });
    }

    /** Catches a library's type in the signature of a codec. It would break all codecs when one library is missing. */
    @Test
    void listingCodecsLoadsNoLibrary(@TempDir Path folder) throws Exception {
        String withoutLibraries = classes(BuiltInCodecs.class) + java.io.File.pathSeparator + classes(ListCodecs.class);
        ChildJvm.Ended ended = ChildJvm.run(folder, withoutLibraries, List.of(), ListCodecs.class);
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output().lines())
                .hasSize(codecs().size() + new BuiltInCodecs().compressions().size());
    }

    /** Returns the first two parts of the groupId: {@code tools.jackson}. */
    private static String group(Codec codec) {
        String[] parts = codec.library().split("[.:]");
        return parts.length == 1 ? parts[0] : parts[0] + "." + parts[1];
    }

    private static String classes(Class<?> type) {
        URI place = URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(place).toString();
    }
}
