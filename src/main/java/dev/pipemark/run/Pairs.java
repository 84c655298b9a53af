package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.record.RunInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The codec and payload pairs among cells: what has to be tried before anything is timed. */
final class Pairs {
    private Pairs() {}

    static boolean isPair(Cell cell) {
        return !cell.codec().equals(Cell.NONE) && !cell.payload().equals(Cell.NONE);
    }

    static String key(String codec, String payload) {
        return codec + " " + payload;
    }

    /** What a run tries: the pairs of its cells, and with a preset that looks at everything all others too. */
    static Map<String, List<String>> of(RunInfo info) {
        Map<String, List<String>> pairs = byCodec(info.cells());
        if (Presets.triesEveryPair(info.preset())) {
            List<String> payloads =
                    info.payloads().stream().map(PayloadFacts::id).toList();
            info.codecs().forEach(codec -> {
                Set<String> all = new LinkedHashSet<>(pairs.getOrDefault(codec.id(), List.of()));
                all.addAll(payloads);
                pairs.put(codec.id(), List.copyOf(all));
            });
        }
        return pairs;
    }

    /** Payloads by codec, both in the order of the cells. */
    static Map<String, List<String>> byCodec(Collection<Cell> cells) {
        Map<String, List<String>> payloads = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (isPair(cell)) {
                List<String> of = payloads.computeIfAbsent(cell.codec(), codec -> new ArrayList<>());
                if (!of.contains(cell.payload())) {
                    of.add(cell.payload());
                }
            }
        }
        return payloads;
    }
}
