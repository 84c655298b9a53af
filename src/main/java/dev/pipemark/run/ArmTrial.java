package dev.pipemark.run;

import dev.pipemark.capability.PairProbe;
import dev.pipemark.record.Arm;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tries pairs on the Java, with the flags, workers and class path of the forks that are going to time them. */
final class ArmTrial implements PairTrial {
    private static final String UNREAD = "no other language reads its messages, or the reply is not the value itself";

    private final ForkSettings settings;
    private final Formats formats;
    private final Map<String, PairProbe> probes = new HashMap<>();

    ArmTrial(ForkSettings settings, Formats formats) {
        this.settings = settings;
        this.formats = formats;
    }

    @Override
    public void probe(String codec, List<String> payloads, Consumer<PairCheck> checks, Consumer<PairSizes> sizes)
            throws IOException {
        ForkSettings own = settings.forCodec(codec);
        List<String> tried = new ArrayList<>(payloads);
        if (own.worker() != null) {
            // Some presets try every pair, including pairs that are not timed in the arm.
            tried.removeIf(payload -> formats.of(Arm.base(codec), payload).isEmpty());
            payloads.stream()
                    .filter(payload -> !tried.contains(payload))
                    .forEach(payload ->
                            checks.accept(new PairCheck(codec, payload, PairCheck.Fate.UNSUPPORTED, UNREAD)));
        }
        if (tried.isEmpty()) {
            return;
        }
        probes.computeIfAbsent(Arm.of(codec), arm -> probe(own))
                .probe(
                        Arm.base(codec),
                        tried,
                        check -> checks.accept(new PairCheck(codec, check.payload(), check.verdict(), check.detail())),
                        size -> sizes.accept(new PairSizes(
                                codec,
                                size.payload(),
                                size.values(),
                                size.mean(),
                                size.min(),
                                size.max(),
                                size.deflate(),
                                size.zstd())));
    }

    private PairProbe probe(ForkSettings own) {
        String worker = own.worker();
        return worker == null
                ? new PairProbe(own.workers(), own.opens())
                : PairProbe.toOtherLanguage(
                        own.workers(),
                        own.opens(),
                        worker,
                        (codec, payload) -> formats.of(codec, payload).orElseThrow());
    }
}
