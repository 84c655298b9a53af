package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Shape;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Would catch a codec that cannot be listed, or described, where its library is missing. */
class CodecListingTest {
    static Stream<Codec> codecs() {
        return CoderContractTest.codecs();
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void aCodecIsDescribedWithoutItsLibrary(Codec codec) throws Exception {
        try (URLClassLoader bare = new URLClassLoader(classesOnly(), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = Class.forName(codec.getClass().getName(), true, bare);
            Object listed = instance(type, codec);
            for (String question : List.of("id", "badge", "givesUp", "library", "safeForUntrustedBytes")) {
                Method method = Class.forName(Codec.class.getName(), true, bare).getMethod(question);
                assertThat(method.invoke(listed))
                        .hasToString(
                                Codec.class.getMethod(question).invoke(codec).toString());
            }
            if (!codec.library().equals("jdk")) {
                Method open = type.getMethod("open", Class.forName(Shape.class.getName(), true, bare));
                open.setAccessible(true);
                Object shape = Class.forName(Shape.class.getName(), true, bare)
                        .getMethod("of", Class.class, Class[].class)
                        .invoke(null, Class.forName("dev.pipemark.model.Reading", true, bare), new Class<?>[0]);
                assertThatThrownBy(() -> open.invoke(listed, shape))
                        .hasRootCauseInstanceOf(ClassNotFoundException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void aCodecNamesALibraryThatIsPackaged(Codec codec) {
        assertThat(codec.version()).isNotEqualTo("unknown");
        assertThat(codec.id()).matches("[a-z0-9-]+");
        assertThat(codec.givesUp()).isNotBlank().doesNotContain("\n");
    }

    private static URL[] classesOnly() throws MalformedURLException {
        return new URL[] {
            Path.of(Codec.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .toUri()
                    .toURL()
        };
    }

    private static Object instance(Class<?> type, Codec like) throws ReflectiveOperationException {
        for (Method factory : type.getDeclaredMethods()) {
            factory.setAccessible(true);
            if (factory.getParameterCount() == 0
                    && factory.getReturnType().getName().equals(Codec.class.getName())) {
                Object made = factory.invoke(null);
                Method id = made.getClass().getMethod("id");
                id.setAccessible(true);
                if (id.invoke(made).equals(like.id())) {
                    return made;
                }
            }
        }
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> each.getParameterCount() == 0)
                .findFirst()
                .orElseThrow();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
