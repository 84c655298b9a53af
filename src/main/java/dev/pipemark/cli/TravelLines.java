package dev.pipemark.cli;

import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines for a terminal: the codecs that carry a probed payload and, for all others, the field and the reason. */
final class TravelLines {
    private static final String INDENT = "  ";
    /** The maximum number of lines for one reason. The report has all of it. */
    private static final int MOST = 3;

    private TravelLines() {}

    static List<String> of(Matrix matrix) {
        List<String> lines = new ArrayList<>();
        matrix.values().stream()
                .filter(value -> value.group().equals(ValueFacts.PAYLOADS))
                .forEach(value -> add(value, matrix, lines));
        return lines;
    }

    private static void add(ValueFacts value, Matrix matrix, List<String> lines) {
        wrapped(value.id() + ": ", value.summary(), lines);
        List<ValueCheck> checks = matrix.checks().stream()
                .filter(check -> check.value().equals(value.id()))
                .filter(check -> !check.opened() || differs(check, matrix))
                .toList();
        for (ValueOutcome outcome : ValueOutcome.values()) {
            List<ValueCheck> such =
                    checks.stream().filter(check -> check.outcome() == outcome).toList();
            if (such.isEmpty()) {
                continue;
            }
            if (outcome == ValueOutcome.EXACT) {
                wrapped(
                        INDENT + outcome.label() + ": ",
                        such.stream().map(TravelLines::row).collect(Collectors.joining(", ")),
                        lines);
            } else {
                such.forEach(check -> cut(INDENT + row(check) + ": ", outcome.label() + ": " + check.detail(), lines));
            }
        }
    }

    private static String row(ValueCheck check) {
        return new Matrix.Row(check.codec(), check.opened()).label();
    }

    /** Whether a value has another outcome if packages are opened. Otherwise the row with opened packages is left out. */
    private static boolean differs(ValueCheck opened, Matrix matrix) {
        return matrix.checks().stream()
                .anyMatch(check -> !check.opened()
                        && check.codec().equals(opened.codec())
                        && check.value().equals(opened.value())
                        && check.outcome() != opened.outcome());
    }

    private static void wrapped(String head, String text, List<String> lines) {
        List<String> parts = Terminal.wrap(head + text, Terminal.COLUMNS - 2 * INDENT.length());
        for (int i = 0; i < parts.size(); i++) {
            lines.add(Terminal.fit(
                    (i == 0 ? indent(head) : INDENT + INDENT) + parts.get(i).strip(), Terminal.COLUMNS));
        }
    }

    private static String indent(String head) {
        return head.startsWith(INDENT) ? INDENT : "";
    }

    private static void cut(String head, String text, List<String> lines) {
        List<String> all = new ArrayList<>();
        wrapped(head, text, all);
        if (all.size() > MOST) {
            all.subList(MOST, all.size()).clear();
            String last = all.get(MOST - 1);
            all.set(MOST - 1, Terminal.fit(last + " …", Terminal.COLUMNS));
        }
        lines.addAll(all);
    }
}
