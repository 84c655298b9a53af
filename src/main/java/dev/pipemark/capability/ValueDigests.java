package dev.pipemark.capability;

import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerException;
import dev.pipemark.worker.WorkerSettings;
import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whether two runs sent the same values, whichever codecs they measured: a digest of what Java's own serialization
 * makes of a payload's values for the first seeds. That format is fixed by the JDK's specification, so that a digest
 * changes with the values and with the classes they are made of, and with nothing else of the suite.
 *
 * <p>Values are made and encoded in workers, never here. Two workers do it independently, and a payload gets a digest only
 * where they agree: what differs from process to process, by its hash codes for instance, would differ from run to run. One
 * that is not serializable gets none.
 */
public final class ValueDigests {
    private static final String CODEC = "java";
    private static final int SEEDS = 8;
    private static final int HEX_BYTES = 8;

    private final WorkerSettings settings;

    public ValueDigests(WorkerSettings settings) {
        this.settings = settings;
    }

    /**
     * The digests by payload, 16 hexadecimal digits each.
     *
     * @throws IOException when no worker can be started at all
     */
    public Map<String, String> of(List<String> payloads) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        List<String> left = payloads;
        while (!left.isEmpty()) {
            left = add(left, digests);
        }
        return digests;
    }

    /** Adds those of some payloads, until one ends a worker: returns those behind it. */
    private List<String> add(List<String> payloads, Map<String, String> digests) throws IOException {
        int tried = 0;
        try (Witness one = new Witness(settings);
                Witness other = new Witness(settings)) {
            one.worker.hello();
            other.worker.hello();
            for (String payload : payloads) {
                tried++;
                try {
                    byte[] digest = one.digest(payload);
                    if (Arrays.equals(digest, other.digest(payload))) {
                        digests.put(payload, HexFormat.of().formatHex(digest, 0, HEX_BYTES));
                    }
                } catch (WorkerException.Refused refused) {
                    // It is said where runs are compared that there is no digest; a worker that refused goes on.
                    continue;
                }
            }
        } catch (WorkerException died) {
            // A payload that kills or hangs its worker is a row of the probes. No worker at all is found out there as
            // well.
            return tried == 0 ? List.of() : payloads.subList(tried, payloads.size());
        }
        return List.of();
    }

    private static final class Witness implements Closeable {
        private final Worker worker;
        private final Examiner examiner;

        Witness(WorkerSettings settings) throws IOException {
            worker = Worker.start(settings, CODEC, null);
            examiner = new Examiner(worker);
        }

        byte[] digest(String payload) throws IOException {
            MessageDigest digest;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
            examiner.open(payload);
            for (long seed = 0; seed < SEEDS; seed++) {
                byte[] encoded = examiner.encode(seed);
                digest.update((encoded.length + ":").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                digest.update(encoded);
            }
            return digest.digest();
        }

        @Override
        public void close() {
            worker.close();
        }
    }
}
