package dev.pipemark.record;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of every probed value with every probed codec.
 *
 * @param id the name of its results folder
 * @param seconds wall time of the values' probes
 * @param ended {@code complete}, or why some rows are missing
 * @param identity the code and the Java it holds for, by dotted name
 * @param environment the machine and the JDK, by dotted name
 * @param contracts what else was found out of the codecs; empty unless it was asked for
 * @param remedies what to do about values that do not travel
 */
public record Matrix(
        String id,
        Instant started,
        double seconds,
        String ended,
        Map<String, String> identity,
        Map<String, String> environment,
        List<CodecFacts> codecs,
        List<ValueFacts> values,
        List<ValueCheck> checks,
        List<ContractCheck> contracts,
        List<RemedyFacts> remedies)
        implements Probed {
    /** How one ended that lacks nothing. */
    public static final String COMPLETE = "complete";

    /** How one ended that has all values, and not all contracts. */
    public static final String CONTRACTS_CUT = "interrupted while the contracts were tried";

    /** Its file in a results folder. */
    public static final String FILE = "matrix.json";

    /** Names the flags of the probing workers in an environment. */
    public static final String WORKER_FLAGS = "worker.flags";

    /** Names the code in an identity: two are equal when the same jars were used. */
    public static final String CODE = "identity.code";
    /** Names the Java in an identity. */
    public static final String JDK = "identity.jdk";

    public Matrix {
        identity = Collections.unmodifiableMap(new LinkedHashMap<>(identity));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        codecs = List.copyOf(codecs);
        values = List.copyOf(values);
        checks = List.copyOf(checks);
        contracts = List.copyOf(contracts);
        remedies = List.copyOf(remedies);
    }

    /** Whether every value was tried with every codec. */
    @Override
    public boolean hasAllValues() {
        return ended.equals(COMPLETE) || ended.equals(CONTRACTS_CUT);
    }

    /**
     * The same with what was found out after it.
     *
     * @param how {@link #COMPLETE}, or why some of it is missing
     */
    public Matrix with(List<ContractCheck> found, List<RemedyFacts> shown, String how) {
        return new Matrix(id, started, seconds, how, identity, environment, codecs, values, checks, found, shown);
    }

    /** A codec as it was probed: by itself, or in workers that open the JDK's packages to it. */
    public record Row(String codec, boolean opened) {
        /** {@code kryo}, or {@code kryo +opens}. */
        public String label() {
            return opened ? codec + " +opens" : codec;
        }
    }

    /** Every row, in the codecs' order. */
    public List<Row> rows() {
        return codecs.stream()
                .flatMap(codec -> checks.stream()
                        .filter(check -> check.codec().equals(codec.id()))
                        .map(check -> new Row(check.codec(), check.opened()))
                        .distinct()
                        .sorted(Comparator.comparing(Row::opened)))
                .toList();
    }
}
