package dev.pipemark.yours;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Compares computed sizes with the bytes that this JVM allocates. */
class FootprintTest {
    private static final int MANY = 1_000;

    record Point(long x, int y, byte z) {}

    record Named(String name, Object other) {}

    /** Catches a header, a field or an alignment that is counted wrongly. */
    @Test
    void ownObjectsAndArraysAreAsLargeAsTheirAllocations() {
        matches(i -> new Point(i, i, (byte) i));
        matches(i -> new Named("name", i));
        matches(i -> new long[33]);
        matches(i -> new byte[33]);
        matches(i -> new Object[33]);
    }

    @Test
    void textIncludesItsCharacters() {
        matches(i -> new String(new char[] {'a', 'b', 'c', (char) ('a' + i % 20)}).repeat(20));
    }

    /** Catches collections that count for nothing: the nodes of a map may be larger than its values. */
    @Test
    void collectionsGrowWithTheirElements() {
        List<Integer> few = List.of(1, 2, 3);
        assertThat(Footprint.of(few) - Footprint.of(List.of())).isBetween(12L, 120L);
    }

    private static void matches(IntFunction<Object> make) {
        Object[] made = new Object[MANY];
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        made[0] = make.apply(0);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 1; i < MANY; i++) {
            made[i] = make.apply(i);
        }
        long allocated = (threads.getCurrentThreadAllocatedBytes() - before) / (MANY - 1);
        long computed = Footprint.of(made[1]);
        assertThat(computed).as(made[1].getClass().getTypeName()).isBetween(allocated / 2, allocated);
    }
}
