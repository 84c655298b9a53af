package dev.pipemark.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks that JMH finds on the class path. */
public final class Benchmarks {
    private final BenchmarkList list;
    private final Map<String, BenchmarkMethod> byName = new LinkedHashMap<>();

    private Benchmarks(BenchmarkList list) {
        this.list = list;
        for (BenchmarkListEntry entry : list.getAll(silent(), List.of())) {
            BenchmarkMethod benchmark = BenchmarkMethod.of(entry);
            BenchmarkMethod other = byName.putIfAbsent(benchmark.name(), benchmark);
            if (other != null) {
                throw new IllegalStateException("two benchmarks are called '" + benchmark.name() + "': "
                        + other.qualifiedName() + " and " + benchmark.qualifiedName() + "; rename one");
            }
        }
    }

    /** Returns the benchmarks on the class path of this JVM. */
    public static Benchmarks onClassPath() {
        return new Benchmarks(BenchmarkList.defaultList());
    }

    static Benchmarks of(BenchmarkList list) {
        return new Benchmarks(list);
    }

    public Collection<BenchmarkMethod> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Returns the benchmark with this name.
     *
     * @throws NoSuchElementException if there is none
     */
    public BenchmarkMethod named(String name) {
        BenchmarkMethod benchmark = byName.get(name);
        if (benchmark == null) {
            throw new NoSuchElementException("no benchmark is called '" + name + "'; there are " + byName.keySet());
        }
        return benchmark;
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * Returns the names of the benchmarks that JMH would run for these regular expressions. No expressions select all.
     */
    public Set<String> matching(List<String> includes, List<String> excludes) {
        Set<String> names = new LinkedHashSet<>();
        for (BenchmarkListEntry entry : list.find(silent(), includes, excludes)) {
            names.add(BenchmarkMethod.of(entry).name());
        }
        return names;
    }

    private static OutputFormat silent() {
        return OutputFormatFactory.createFormatInstance(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), VerboseMode.SILENT);
    }
}
