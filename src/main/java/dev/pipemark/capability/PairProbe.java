package dev.pipemark.capability;

import dev.pipemark.api.WireFormat;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.record.PairSizes;
import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.Sizes;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerException;
import dev.pipemark.worker.WorkerSettings;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Finds out by trial which payloads a codec carries. One worker encodes. Another worker decodes, compares, uses the
 * value and encodes the result. If it is written in another language, it only decodes the value and encodes it again. The
 * first worker decodes and compares the result.
 *
 * <p>Within one process, a decoder may use state that its own encoder left behind. This would hide that the bytes are
 * incomplete.
 */
public final class PairProbe {
    /** The number of values tried per payload. It covers every class of a mixed stream and every optional field. */
    private static final int SEEDS = 8;

    /** The number of values whose sizes are taken, unless they exceed the memory of a ring of values. */
    private static final int SIZED = 64;

    private final WorkerSettings settings;

    /** Additional flags for the workers of a codec, by codec id. */
    private final Map<String, List<String>> opens;

    private final Partner.Starter partners;

    /** The result of trying each payload alone, by payload id. */
    private final Map<String, PayloadProbe.Likeness> findings = new HashMap<>();

    public PairProbe(WorkerSettings settings) {
        this(settings, Map.of());
    }

    /**
     * Creates a probe.
     *
     * @param opens additional flags for the workers of a codec, by codec id
     */
    public PairProbe(WorkerSettings settings, Map<String, List<String>> opens) {
        this(settings, opens, JavaPartner::start);
    }

    private PairProbe(WorkerSettings settings, Map<String, List<String>> opens, Partner.Starter partners) {
        this.settings = settings;
        this.opens = opens;
        this.partners = partners;
    }

    /**
     * Creates a probe in which the second worker of each pair is written in another language.
     *
     * @param formats the format of the messages of a codec and a payload, for every pair that is tried
     */
    public static PairProbe toOtherLanguage(
            WorkerSettings settings,
            Map<String, List<String>> opens,
            String executable,
            BiFunction<String, String, WireFormat> formats) {
        return new PairProbe(
                settings,
                opens,
                (own, codec) -> new ForeignPartner(executable, payload -> formats.apply(codec, payload), own));
    }

    /**
     * Tries one codec on payloads, one after another in the same pair of workers. If a payload kills a worker, the pair
     * is replaced and the payload is tried once more. A faulty payload is not tried with any codec.
     *
     * @param sizes receives the sizes of exact pairs
     * @throws IOException if no worker can be started
     */
    public void probe(String codec, List<String> payloads, Consumer<PairCheck> checks, Consumer<PairSizes> sizes)
            throws IOException {
        try (PayloadProbe alone = new PayloadProbe(settings)) {
            for (String payload : payloads) {
                if (!findings.containsKey(payload)) {
                    findings.put(payload, alone.find(payload));
                }
            }
        }
        Pair pair = null;
        try {
            for (String payload : payloads) {
                PayloadProbe.Likeness finding = Objects.requireNonNull(findings.get(payload));
                if (finding.faulty()) {
                    checks.accept(new PairCheck(
                            codec,
                            payload,
                            finding.exhausted() ? Fate.OUT_OF_MEMORY : Fate.PAYLOAD_FAULT,
                            finding.fault()));
                    continue;
                }
                if (pair == null) {
                    pair = start(codec);
                }
                pair.expect(finding.bytes());
                PairCheck check = attempt(pair, codec, payload, sizes);
                if (fatal(check)) {
                    pair.close();
                    pair = start(codec);
                    pair.expect(finding.bytes());
                    check = attempt(pair, codec, payload, sizes);
                }
                checks.accept(check);
                if (fatal(check)) {
                    pair.close();
                    pair = null;
                }
            }
        } finally {
            if (pair != null) {
                pair.close();
            }
        }
    }

    private static boolean fatal(PairCheck check) {
        return check.verdict() == Fate.DIED
                || check.verdict() == Fate.HANG
                || check.detail().contains("OutOfMemoryError");
    }

    private Pair start(String codec) throws IOException {
        WorkerSettings own = settings.with(opens.getOrDefault(codec, List.of()));
        Worker sender = Worker.start(own, codec, null);
        try {
            return new Pair(sender, partners.start(own, codec));
        } catch (IOException e) {
            sender.close();
            throw e;
        }
    }

    private static PairCheck attempt(Pair pair, String codec, String payload, Consumer<PairSizes> sizes) {
        try {
            Optional<String> difference = pair.carry(payload);
            if (difference.isPresent()) {
                return new PairCheck(codec, payload, Fate.DIFFERENT, difference.get());
            }
            measure(pair, codec, payload, sizes);
            return new PairCheck(codec, payload, Fate.EXACT, "");
        } catch (WorkerException.Refused refused) {
            Fate verdict = switch (refused.refusal().stage()) {
                case OPEN -> Fate.UNSUPPORTED;
                case ENCODE, ENCODE_REPLY -> Fate.REFUSED_ON_ENCODE;
                case DECODE, DECODE_REPLY, FUNCTION, USE -> Fate.REFUSED_ON_DECODE;
                case PAYLOAD ->
                    refused.refusal().error().contains("OutOfMemoryError") ? Fate.OUT_OF_MEMORY : Fate.PAYLOAD_FAULT;
                case PROTOCOL -> Fate.DIED;
            };
            return new PairCheck(codec, payload, verdict, detail(refused.refusal()));
        } catch (WorkerException.Hung hung) {
            return new PairCheck(codec, payload, Fate.HANG, String.valueOf(hung.getMessage()));
        } catch (IOException died) {
            return new PairCheck(codec, payload, Fate.DIED, String.valueOf(died.getMessage()));
        }
    }

    /** Returns the reason of a refusal. If the first worker cannot decode the reply, the reason begins with "the reply". */
    private static String detail(Refusal refusal) {
        return (refusal.stage() == Refusal.Stage.DECODE_REPLY ? "the reply: " : "") + refusal.error();
    }

    private static void measure(Pair pair, String codec, String payload, Consumer<PairSizes> told) throws IOException {
        Sizes sizes = pair.sender.sizes(SIZED);
        double values = sizes.values();
        told.accept(new PairSizes(
                codec,
                payload,
                sizes.values(),
                sizes.sum() / values,
                sizes.min(),
                sizes.max(),
                sizes.deflate() / values,
                sizes.zstd() / values));
    }

    /** Two workers of one codec. */
    private static final class Pair implements Closeable {
        private final Worker senderProcess;
        private final Examiner sender;
        private final Partner receiver;

        Pair(Worker sender, Partner receiver) {
            this.senderProcess = sender;
            this.sender = new Examiner(sender);
            this.receiver = receiver;
        }

        void expect(long bytes) {
            senderProcess.expect(bytes);
            receiver.expect(bytes);
        }

        Optional<String> carry(String payload) throws IOException {
            senderProcess.hello();
            sender.open(payload);
            receiver.open(payload);
            for (long seed = 0; seed < SEEDS; seed++) {
                Examiner.Checked checked = receiver.check(seed, sender.encode(seed));
                if (!checked.difference().isEmpty()) {
                    return Optional.of(checked.difference());
                }
                Optional<String> difference = sender.answer(seed, checked.reply());
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            senderProcess.close();
            receiver.close();
        }
    }
}
