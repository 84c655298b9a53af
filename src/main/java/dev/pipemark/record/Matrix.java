package dev.pipemark.record;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of every probed value with every probed codec.
 *
 * @param id the name of its results folder
 * @param seconds the wall time of the probes of values
 * @param ended {@code complete}, or why some rows are missing
 * @param identity the code and the Java for which it holds, by dotted name
 * @param environment the machine and the JDK, by dotted name
 * @param contracts further findings about the codecs; empty unless they were requested
 * @param remedies the answers for values that do not travel
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
    /** The end of a complete matrix. */
    public static final String COMPLETE = "complete";

    /** The end of a matrix with all values, but without some of the contracts. */
    public static final String CONTRACTS_CUT = "interrupted while the contracts were tried";

    /** The name of its file in a results folder. */
    public static final String FILE = "matrix.json";

    /** The name of the probing workers' flags in an environment. */
    public static final String WORKER_FLAGS = "worker.flags";

    /** The name of the code in an identity. Two codes are equal if the same jars were used. */
    public static final String CODE = "identity.code";
    /** The name of the Java in an identity. */
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

    /** Returns whether every value was tried with every codec. */
    @Override
    public boolean hasAllValues() {
        return ended.equals(COMPLETE) || ended.equals(CONTRACTS_CUT);
    }

    /**
     * Returns the same matrix with later findings.
     *
     * @param how {@link #COMPLETE}, or why some of it is missing
     */
    public Matrix with(List<ContractCheck> found, List<RemedyFacts> shown, String how) {
        return new Matrix(id, started, seconds, how, identity, environment, codecs, values, checks, found, shown);
    }

    /** Returns the same matrix with some of the codecs only. */
    public Matrix of(Collection<String> wanted) {
        return new Matrix(
                id,
                started,
                seconds,
                ended,
                identity,
                environment,
                codecs.stream().filter(codec -> wanted.contains(codec.id())).toList(),
                values,
                checks.stream().filter(check -> wanted.contains(check.codec())).toList(),
                contracts,
                remedies);
    }

    /** A codec in the form in which it was probed: as it is, or in workers that open the JDK's packages to it. */
    public record Row(String codec, boolean opened) {
        /** Returns {@code kryo}, or {@code kryo +opens}. */
        public String label() {
            return opened ? codec + " +opens" : codec;
        }
    }

    /** Returns every row, in the order of the codecs. */
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
