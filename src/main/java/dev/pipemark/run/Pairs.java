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

/** The pairs of codec and payload in cells. They are tried before anything is timed. */
final class Pairs {
    private Pairs() {}

    static boolean isPair(Cell cell) {
        return !cell.codec().equals(Cell.NONE) && !cell.payload().equals(Cell.NONE);
    }

    static String key(String codec, String payload) {
        return codec + " " + payload;
    }

    /** Returns the pairs that a run tries: those of its cells, and with some presets all others too. */
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

    /** Returns the payloads by codec, both in the order of the cells. */
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
