package dev.pipemark.run;

import dev.pipemark.capability.PairProbe;
import dev.pipemark.record.Arm;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tries pairs on the Java, with the flags and on the class path of the forks that are going to time them. */
final class ArmTrial implements PairTrial {
    private final ForkSettings settings;
    private final Map<String, PairProbe> probes = new HashMap<>();

    ArmTrial(ForkSettings settings) {
        this.settings = settings;
    }

    @Override
    public void probe(String codec, List<String> payloads, Consumer<PairCheck> checks, Consumer<PairSizes> sizes)
            throws IOException {
        ForkSettings own = settings.forCodec(codec);
        PairProbe probe = probes.computeIfAbsent(Arm.of(codec), arm -> new PairProbe(own.workers(), own.opens()));
        probe.probe(
                Arm.base(codec),
                payloads,
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
}
