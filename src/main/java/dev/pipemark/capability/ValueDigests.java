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
 * Computes digests of payload values. They show whether two runs sent the same values. A digest covers the Java
 * serialization of a payload's values for the first seeds, so it does not depend on the codecs of a run. The JDK's
 * specification fixes that format, so a digest changes only with the values and their classes.
 *
 * <p>Workers create and encode the values. Two workers do so independently, and a payload gets a digest only if they
 * agree: a value that differs between processes, for instance by hash codes, would differ between runs. A payload that
 * is not serializable gets no digest.
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
     * Returns the digests by payload, 16 hexadecimal digits each.
     *
     * @throws IOException if no worker can be started
     */
    public Map<String, String> of(List<String> payloads) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        List<String> left = payloads;
        while (!left.isEmpty()) {
            left = add(left, digests);
        }
        return digests;
    }

    /** Adds the digests of payloads until a payload ends a worker. Returns the payloads after that one. */
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
                    // The comparison of runs reports a missing digest. The worker continues after a refusal.
                    continue;
                }
            }
        } catch (WorkerException died) {
            // The probe reports a payload that kills or hangs its worker, and a worker that cannot be started.
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
