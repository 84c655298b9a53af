package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.CodecProvider;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.worker.VillainPath;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Catches a reason that is lost on its way out of a fork: real forks of a codec whose classes this process does not have.
 */
class UserExceptionTest {
    private static final Timing BRIEF = new Timing(10, 1, 10, 1, 10);
    private static final String CLASS_PATH = "java.class.path";

    private static final String SOURCE = """
            package user;

            import dev.pipemark.api.*;
            import java.nio.charset.StandardCharsets;
            import java.util.List;

            public final class Late implements CodecProvider {
                static final class LateException extends RuntimeException {
                    private final Object detail = new Object[] {new Detail()};
                    LateException(Throwable cause) { super("too late for this", cause); }
                }

                static final class Detail implements java.io.Serializable {}

                record Late1(String id, int from, boolean decoding) implements Codec {
                    public Badge badge() { return Badge.CONTROL; }
                    public String givesUp() { return "nothing"; }
                    public String library() { return "jdk"; }
                    public boolean safeForUntrustedBytes() { return false; }

                    public <T> Coder<T> open(Shape<T> shape) {
                        return new Coder<T>() {
                            private int count;

                            public void encode(T value, Frame out) throws java.io.IOException {
                                late(!decoding);
                                out.write(((String) value).getBytes(StandardCharsets.UTF_8));
                            }

                            @SuppressWarnings("unchecked")
                            public T decode(Frame in) {
                                late(decoding);
                                return (T) new String(in.toByteArray(), StandardCharsets.UTF_8);
                            }

                            private void late(boolean counted) {
                                if (counted && ++count > from) {
                                    throw new LateException(new LateException(null));
                                }
                            }
                        };
                    }
                }

                public List<Codec> codecs() {
                    return List.of(
                            new Late1("late-encode", 300, false),
                            new Late1("late-decode", 300, true),
                            new Late1("first-decode", 0, true));
                }
            }
            """;

    @TempDir
    Path folder;

    private final Benchmarks benchmarks = Benchmarks.onClassPath();
    private final PrintStream err = System.err;
    private final String classPath = System.getProperty(CLASS_PATH);
    private ForkLog log;

    @BeforeEach
    void open() throws IOException {
        Path user = Files.createDirectories(folder.resolve("user"));
        Path source = Files.writeString(folder.resolve("Late.java"), SOURCE);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", user.toString(), "-cp", classPath, source.toString()))
                .isZero();
        Path services = Files.createDirectories(user.resolve("META-INF/services"));
        Files.writeString(services.resolve(CodecProvider.class.getName()), "user.Late");
        log = ForkLog.open(folder.resolve("log.txt"), null, VerboseMode.NORMAL);
        System.setErr(log.errors());
        // JMH starts its forks with this class path.
        System.setProperty(CLASS_PATH, VillainPath.in(folder) + File.pathSeparator + user);
    }

    @AfterEach
    void close() {
        System.setProperty(CLASS_PATH, classPath);
        System.setErr(err);
        log.end();
    }

    /** The codec throws in the set-up, in the measured method, and after it. */
    @ParameterizedTest
    @CsvSource({"encode, late-encode", "decode, late-decode", "encode, first-decode"})
    void anExceptionOfAUsersClassReachesTheReport(String benchmark, String codec) throws Exception {
        ForkSettings settings = new ForkSettings(Samples.brief(), BRIEF, "none", 1, folder);
        Fork fork = new ForkRunner(
                        benchmarks, settings, new TimeModel(benchmarks, List.of()), log, new Interruption(), 120)
                .run(Cell.of(benchmark, codec, "greeting", Map.of()), 1, 1)
                .orElseThrow();
        assertThat(fork.failure()).contains("LateException: too late for this");
        assertThat(fork.wrongValue()).isEqualTo(codec.startsWith("first"));
        assertThat(Files.readString(folder.resolve("log.txt"))).contains("at user.Late");
    }
}
