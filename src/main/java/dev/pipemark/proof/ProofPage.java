package dev.pipemark.proof;

import dev.pipemark.proof.Proof.Known;
import dev.pipemark.proof.TurnBias.Finding;
import dev.pipemark.record.ForksJava;
import dev.pipemark.record.Run;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The quality of the verdicts on one machine, as a page of Markdown. */
public final class ProofPage {
    private ProofPage() {}

    /**
     * Writes the page.
     *
     * @param parts the parts of the proof
     */
    public static String of(Proof proof, List<Part> parts) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("measured", 2, "What was measured", measured(proof, parts)));
        if (!proof.known().isEmpty()) {
            sections.add(new Section("alarms", 2, "Equal codecs called different", alarms(proof)));
            sections.add(new Section("scatter", 2, "How far forks scatter", scatter(proof)));
            sections.add(new Section("power", 2, "Differences found", power(proof)));
        }
        if (!proof.biases().isEmpty()) {
            sections.add(new Section("turns", 2, "Short turns and long ones", turns(proof)));
        }
        return MarkdownWriter.write(new Page("How often verdicts are right, and how often they are wrong", sections));
    }

    private static List<Block> measured(Proof proof, List<Part> parts) {
        List<String> lines = new ArrayList<>();
        lines.add("Measured on "
                + distinct(parts, run -> run.info().environment().getOrDefault("cpu.model", "an unknown CPU"))
                + ", Java " + distinct(parts, ForksJava::version) + ", from "
                + parts.stream()
                        .map(part -> part.run().info().started())
                        .min(Comparator.naturalOrder())
                        .map(Names::day)
                        .orElse("an unknown day")
                + " on. The script scripts/prove-verdicts measures the parts and makes this page.");
        lines.add("Equal codecs are one codec under several names. A slower one encodes and decodes some of its values"
                + " twice. All of them send media-content, and belong to one table.");
        parts.stream()
                .filter(part -> proof.known().stream()
                        .noneMatch(each -> each.part().name().equals(part.name())))
                .filter(part -> KnownCosts.in(part.run()))
                .forEach(part -> lines.add(part.name() + " has too few whole sittings to be judged."));
        List<String> failures = proof.failures();
        if (!proof.known().isEmpty()) {
            lines.add(
                    failures.isEmpty()
                            ? "PASS: false alarms are within their bounds, in every order and state of the machine that"
                                    + " was measured. A correct method exceeds any of these " + proof.bounds()
                                    + " bounds with a probability of 1 % at most."
                            : "FAIL: " + String.join("; ", failures) + ".");
        }
        List<String> few = proof.alarms().entrySet().stream()
                .filter(row -> !row.getValue().canFail(proof.bounds()))
                .map(Map.Entry::getKey)
                .toList();
        if (!few.isEmpty()) {
            lines.add("Too few tables were measured to exceed a bound, so nothing is proved for: "
                    + String.join("; ", few) + ".");
        }
        Block table = new Grid<>(parts)
                .text("part", Part::name)
                .text("benchmark", Part::benchmark)
                .text("order", Part::order)
                .text("machine", Part::machine)
                .number(
                        "codecs",
                        part -> Value.text(String.valueOf(part.run().info().cells().stream()
                                .map(cell -> cell.codec())
                                .distinct()
                                .count())))
                .number(
                        "sittings",
                        part -> Value.text(String.valueOf(part.run().forks().stream()
                                .map(fork -> fork.round())
                                .distinct()
                                .count())))
                .number("measured in a fork", part -> Value.text(part.turns()))
                .number(
                        "took",
                        part -> Value.text(Names.duration(part.run().end().seconds())))
                .text("ended", part -> part.run().end().reason())
                .text("failed forks", ProofPage::failed)
                .table("parts", "Parts", loads(parts));
        return List.of(new Lines(lines, false), table);
    }

    private static List<String> loads(List<Part> parts) {
        return parts.stream()
                .filter(part -> !part.load().isEmpty())
                .map(part -> "Load of " + part.name() + ": " + String.join("; ", part.load()) + ".")
                .toList();
    }

    private static String failed(Part part) {
        long failed = part.run().forks().stream()
                .filter(fork -> fork.failure() != null)
                .count();
        return failed == 0 ? "" : String.valueOf(failed);
    }

    private static String distinct(List<Part> parts, Function<Run, String> fact) {
        return parts.stream().map(part -> fact.apply(part.run())).distinct().collect(Collectors.joining(" and "));
    }

    private static List<Block> alarms(Proof proof) {
        List<Alarms> rows = new ArrayList<>();
        proof.known().forEach(each -> rows.add(new Alarms(each.part().name(), each.alarms(), 0)));
        proof.alarms().forEach((where, sum) -> rows.add(new Alarms("all " + where, sum, proof.bounds())));
        return List.of(
                new Grid<>(rows)
                        .text("part", Alarms::where)
                        .number("pairs", row -> row.value(FalseAlarms::pairs))
                        .number("tables: one slower than the best", row -> row.value(FalseAlarms::headlines))
                        .number("tables: any two different", row -> row.value(FalseAlarms::tables))
                        .text("verdict", Alarms::verdict)
                        .table(
                                "false-alarms",
                                "Equal codecs called different, and the highest numbers allowed",
                                List.of(
                                        "A pair is judged by itself and counts if its interval of 95 % does not contain 1. Tables are"
                                                + " judged as reports print them: each codec against the best, and every two, with"
                                                + " simultaneous intervals.",
                                        "Sittings are taken in groups of three to five, and no fork is used twice, so that trials"
                                                + " are independent. Only the sums are judged. Each count has a bound: a quantile of the"
                                                + " binomial distribution with a rate of 5 %. The level of a bound is 1 % divided by"
                                                + " the number of bounds, so that together they hold with a probability of 99 %. The"
                                                + " rate is Clopper and Pearson's upper limit of 95 % for the true rate. It is high if"
                                                + " there are few tables. The first row of each table of differences found shows how often"
                                                + " equal codecs are called different in tables that are drawn from all sittings.")));
    }

    /**
     * A row of the false alarms.
     *
     * @param bounds the number of bounds of the proof; 0 in a row that is not judged
     */
    private record Alarms(String where, FalseAlarms counts, int bounds) {
        Value value(Function<FalseAlarms, Count> kind) {
            Count count = kind.apply(counts);
            if (count.of() == 0) {
                return Value.BLANK;
            }
            return Value.text(String.format(
                    Locale.ROOT,
                    "%d of %d (%sthe rate is below %.0f %%)",
                    count.found(),
                    count.of(),
                    bounds == 0 ? "" : "at most " + count.allowed(bounds) + "; ",
                    100 * count.below()));
        }

        String verdict() {
            if (bounds == 0) {
                return "";
            }
            return !counts.withinBounds(bounds) ? "FAIL" : counts.canFail(bounds) ? "PASS" : "too few";
        }
    }

    private static List<Block> scatter(Proof proof) {
        Block scatter = new Grid<>(proof.known())
                .text("benchmark", each -> each.part().benchmark())
                .text("order", each -> each.part().order())
                .text("machine", each -> each.part().machine())
                .number("whole sittings", each -> Value.text(String.valueOf(each.sittings())))
                .number("scatter of a fork", each -> percent(each.spread().ofFork()))
                .number("within forks", each -> percent(each.spread().withinForks()))
                .number("between forks", each -> percent(each.spread().betweenForks()))
                .number("with twice the turns", each -> percent(each.spread().ofTwiceTheTurns()))
                .number(
                        "variance against interleaved",
                        each -> proof.ratio(each).map(ProofPage::ratio).orElse(Value.BLANK))
                .table(
                        "scatter-of-forks",
                        "Scatter of forks, and where it comes from",
                        List.of(
                                "The scatter is the residual standard deviation of the logarithms of forks, after sitting"
                                        + " and codec, in per cent. Side by side, the value of a fork is its paired value."
                                        + " Interleaved, it is the mean of its iterations.",
                                "The scatter within forks is the part that the turns of a fork explain: the difference between"
                                        + " its odd and its even turns. More turns make it smaller. The scatter between forks is"
                                        + " the rest. It includes disturbances of a fork that last for several turns. More"
                                        + " sittings make its effect on a mean smaller.",
                                "The ratio of variances compares a part with the same benchmark in interleaved rounds, on a"
                                        + " machine in the same state and with the same measured time for each fork. Its"
                                        + " interval of 90 % is that of the F distribution, which holds for normal logarithms."
                                        + " A ratio below 1 means that forks scatter less than in interleaved rounds: with 0.25, a"
                                        + " fourth of the sittings gives the same standard error."));
        return incomplete(proof).map(lines -> List.of(scatter, lines)).orElse(List.of(scatter));
    }

    private static Optional<Block> incomplete(Proof proof) {
        List<String> lines = proof.known().stream()
                .filter(each -> each.incomplete() > 0)
                .map(each -> "Of " + each.part().name() + ", " + Names.count(each.incomplete(), "sitting")
                        + " with a fork that failed or is missing are left out.")
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Lines(lines, false));
    }

    private static List<Block> power(Proof proof) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Lines.of("Each share is the share of " + PowerCurve.PAIRS + " pairs or " + PowerCurve.TABLES
                + " tables in which the difference is found. They are drawn from the measured forks: each has five or ten"
                + " of the sittings, without replacement. In each sitting, the names of the equal codecs are exchanged at"
                + " random. In a table, one of the codecs is slower, and is found if the table calls it slower than the"
                + " best."));
        for (Known each : proof.known()) {
            if (each.sittings() < PowerCurve.FIVE) {
                blocks.add(Lines.of(each.part().name() + " has too few whole sittings to draw five of them."));
            } else {
                blocks.add(power(each));
            }
        }
        return blocks;
    }

    private static Block power(Known known) {
        String where = known.part().benchmark() + ", " + known.part().order() + ", "
                + known.part().machine();
        return new Grid<>(known.power().rows())
                .text("slower by", ProofPage::difference)
                .number(
                        "seen",
                        row -> row.really()
                                ? Value.text(String.format(Locale.ROOT, "%.3f ×", row.times()))
                                : Value.BLANK)
                .number("pair, 5 sittings", row -> share(row.pairsOfFive()))
                .number("pair, 10 sittings", row -> share(row.pairsOfTen()))
                .number("table of " + known.equal() + ", 5 sittings", row -> share(row.tablesOfFive()))
                .number("table of " + known.equal() + ", 10 sittings", row -> share(row.tablesOfTen()))
                .table(
                        "power-" + Page.slug(known.part().name()),
                        "Found: " + where,
                        known.sittings() < PowerCurve.TEN
                                ? List.of("There are only " + known.sittings() + " whole sittings: too few for ten.")
                                : List.of());
    }

    private static String difference(PowerCurve.Row row) {
        if (row.percent() == 0) {
            return "0 %: equal, called different";
        }
        return row.percent() + " %" + (row.really() ? " more work, measured" : ", by raised costs of an equal codec");
    }

    private static List<Block> turns(Proof proof) {
        List<Long> lengths = proof.biases().stream()
                .flatMap(bias -> bias.factors().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        Grid<TurnBias> grid = new Grid<>(proof.biases())
                .text("benchmark", TurnBias::benchmark)
                .text("codec", TurnBias::codec)
                .text("against", TurnBias::cheapest);
        for (long length : lengths) {
            grid.number("factor at " + length + " ms", bias -> factor(bias, length));
        }
        for (long length : lengths.subList(0, lengths.size() - 1)) {
            grid.number("change at " + length + " ms", bias -> change(bias, length));
            grid.text("±5 %, " + length + " ms", bias -> within(bias, length));
        }
        return List.of(
                grid.table(
                        "bias",
                        "Factors by the length of a turn",
                        List.of(
                                "The factor is the cost of a codec divided by that of the cheapest. A short turn is the beginning"
                                        + " of a long one, so all lengths are from the same forks. The change compares the"
                                        + " factor with that in the whole turns, sitting by sitting, with an interval of"
                                        + " 90 %.")),
                new Lines(findings(proof), false));
    }

    private static List<String> findings(Proof proof) {
        List<String> lines = new ArrayList<>();
        List<String> changed = named(proof, Finding.CHANGED);
        if (!changed.isEmpty()) {
            lines.add("The length of a turn changes the factor by more than 5 % for: " + Names.list(changed) + ".");
        }
        List<String> open = named(proof, Finding.OPEN);
        if (!open.isEmpty()) {
            lines.add("The interval is too wide to say whether the change is within ±5 % for: " + Names.list(open)
                    + ". More sittings make it narrower.");
        }
        if (lines.isEmpty()) {
            lines.add("Every interval of a change lies within ±5 %.");
        }
        return lines;
    }

    private static List<String> named(Proof proof, Finding finding) {
        return proof.biases().stream()
                .flatMap(bias -> bias.findings().entrySet().stream()
                        .filter(each -> each.getValue() == finding)
                        .map(each -> bias.benchmark() + " " + bias.codec() + " at " + each.getKey() + " ms"))
                .toList();
    }

    private static Value factor(TurnBias bias, long length) {
        Estimate factor = bias.factors().getOrDefault(length, Estimate.NONE);
        return factor.known() ? Value.text(String.format(Locale.ROOT, "%.2f", factor.value())) : Value.BLANK;
    }

    private static Value change(TurnBias bias, long length) {
        Estimate change = bias.changes().getOrDefault(length, Estimate.NONE);
        return change.known()
                ? Value.text(String.format(
                        Locale.ROOT,
                        "%+.1f %% [%+.1f, %+.1f]",
                        100 * (change.value() - 1),
                        100 * (change.lower() - 1),
                        100 * (change.upper() - 1)))
                : Value.BLANK;
    }

    private static String within(TurnBias bias, long length) {
        Finding finding = bias.findings().get(length);
        if (finding == null) {
            return "";
        }
        return switch (finding) {
            case WITHIN -> "within";
            case CHANGED -> "changed";
            case OPEN -> "too wide to say";
        };
    }

    private static Value ratio(Estimate ratio) {
        return Value.text(String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", ratio.value(), ratio.lower(), ratio.upper()));
    }

    private static Value percent(double fraction) {
        return Double.isNaN(fraction) ? Value.BLANK : Value.text(String.format(Locale.ROOT, "%.1f %%", 100 * fraction));
    }

    private static Value share(Count count) {
        return percent(count.share());
    }
}
