package dev.pipemark.capability;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.PayloadProvider;
import dev.pipemark.api.Shape;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Faulty payloads, named after their faults. */
public final class FaultyPayloads implements PayloadProvider {
    /** The faults. Each is a payload whose id is this name in lower case. */
    enum Fault {
        NONE,
        CREATE_THROWS,
        CREATE_THROWS_FOR_THE_SEEDS_OF_RUNS,
        CREATE_EXITS,
        CREATE_OVERFLOWS,
        CREATE_EXHAUSTS_THE_HEAP,
        CREATE_COUNTS,
        CREATE_DEPENDS_ON_THE_PROCESS,
        HAS_NO_EQUALS,
        SAME_THROWS,
        SAME_IS_NEVER_TRUE,
        SAME_IS_ALWAYS_TRUE,
        SAME_IS_ALWAYS_TRUE_OF_WHAT_HAS_NO_EQUALS,
        HAS_ONE_VALUE,
        SAME_THROWS_ON_A_STRANGER,
        USE_THROWS,
        USE_CHANGES_THE_VALUE,
        SHAPE_THROWS,
        REPLY_THROWS,
        CREATE_RETURNS_NULL;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns the class path of a worker that finds these payloads. */
    static String classPath(Path folder, String classPath) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(PayloadProvider.class.getName()), FaultyPayloads.class.getName());
        return classPath + File.pathSeparator + folder;
    }

    @Override
    public List<Payload<?>> payloads() {
        return Arrays.stream(Fault.values()).<Payload<?>>map(Faulty::new).toList();
    }

    private static class NoEquals implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static final class Numbered extends NoEquals {
        private static final long serialVersionUID = 1L;

        /** Only a description reads it, by reflection. */
        @SuppressWarnings("unused")
        private final long number;

        Numbered(long number) {
            this.number = number;
        }
    }

    private record Faulty(Fault fault) implements Payload<Object> {
        private static final AtomicLong COUNT = new AtomicLong();
        private static final int MEBIBYTE = 1 << 20;

        @Override
        public String id() {
            return fault.id();
        }

        @Override
        public Family family() {
            return Family.INSTANCES;
        }

        @Override
        public Shape<Object> shape() {
            if (fault == Fault.SHAPE_THROWS) {
                throw new IllegalStateException("no such class");
            }
            return Shape.of(Object.class, String.class, NoEquals.class);
        }

        @Override
        public Shape<?> reply() {
            if (fault == Fault.REPLY_THROWS) {
                throw new IllegalStateException("no such reply");
            }
            return shape();
        }

        @Override
        @SuppressWarnings("NullAway") // intended: the payload is faulty
        public Object create(long seed) {
            return switch (fault) {
                case CREATE_THROWS -> {
                    if (seed == 3) {
                        throw new IllegalStateException("cannot read sample-3");
                    }
                    yield "value " + seed;
                }
                case CREATE_THROWS_FOR_THE_SEEDS_OF_RUNS -> {
                    if (seed > 1_000) {
                        throw new IllegalStateException("there are 1,000 samples");
                    }
                    yield "value " + seed;
                }
                case CREATE_EXITS -> {
                    System.exit(9);
                    yield "";
                }
                case CREATE_OVERFLOWS -> deeper(seed);
                case CREATE_EXHAUSTS_THE_HEAP -> hoard();
                case CREATE_COUNTS -> "value " + COUNT.incrementAndGet();
                case CREATE_DEPENDS_ON_THE_PROCESS ->
                    "value of " + ProcessHandle.current().pid();
                case CREATE_RETURNS_NULL -> null;
                case USE_CHANGES_THE_VALUE -> new ArrayList<>(List.of("value " + seed));
                case HAS_NO_EQUALS -> new NoEquals();
                case SAME_IS_ALWAYS_TRUE_OF_WHAT_HAS_NO_EQUALS -> new Numbered(seed);
                case HAS_ONE_VALUE -> "value";
                default -> "value " + seed;
            };
        }

        @Override
        public Object use(Object arrived, long argument) {
            if (fault == Fault.USE_THROWS) {
                throw new UnsupportedOperationException("nobody uses this");
            }
            if (arrived instanceof List<?> list) {
                list.clear();
            }
            return arrived;
        }

        @Override
        public boolean same(Object sent, @Nullable Object arrived) {
            return switch (fault) {
                case SAME_THROWS -> throw new IllegalStateException("cannot compare");
                case SAME_IS_NEVER_TRUE -> false;
                case SAME_IS_ALWAYS_TRUE, SAME_IS_ALWAYS_TRUE_OF_WHAT_HAS_NO_EQUALS -> true;
                case SAME_THROWS_ON_A_STRANGER -> {
                    if (!sent.equals(arrived)) {
                        throw new IllegalStateException("who is this?");
                    }
                    yield true;
                }
                default -> sent.equals(arrived);
            };
        }

        @SuppressWarnings("InfiniteRecursion")
        private static String deeper(long seed) {
            return deeper(seed + 1) + seed;
        }

        private static String hoard() {
            List<byte[]> hoard = new ArrayList<>();
            while (hoard.size() < Integer.MAX_VALUE) {
                hoard.add(new byte[MEBIBYTE]);
            }
            return "";
        }
    }
}
