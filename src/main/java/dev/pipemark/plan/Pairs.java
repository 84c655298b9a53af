package dev.pipemark.plan;

import dev.pipemark.result.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The codec and payload pairs among cells: what has to be tried before anything is timed. */
final class Pairs {
    private Pairs() {}

    static boolean isPair(Cell cell) {
        return !cell.codec().equals(Cell.NONE) && !cell.payload().equals(Cell.NONE);
    }

    static String key(String codec, String payload) {
        return codec + " " + payload;
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
