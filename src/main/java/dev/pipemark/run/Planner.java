package dev.pipemark.run;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;

/**
 * Makes a plan from the user's selection. Without codecs and payloads, the plan has the cells of the preset, limited by
 * the regular expressions. With them, it has every pair of them, for the benchmarks that the expressions match. Without
 * an expression it also has controls. Values of other parameters apply to the benchmarks that have these parameters.
 */
public final class Planner {
    private static final List<String> HEADLINE =
            Benchmark.HEADLINE.stream().map(Benchmark::id).toList();

    /** The name of a plan for a user's own classes. */
    private static final String YOURS = "yours";

    private final Benchmarks benchmarks;
    private final Offer offer;

    public Planner(Benchmarks benchmarks, Offer offer) {
        this.benchmarks = benchmarks;
        this.offer = offer;
    }

    /**
     * Makes a plan.
     *
     * @throws UnknownNameException if a named preset, codec, payload, benchmark or parameter does not exist
     * @throws IllegalArgumentException if nothing is left to measure, or if an expression is malformed
     */
    public Plan plan(Selection selection, JmhArguments user) {
        return plan(selection, user.options());
    }

    Plan plan(Selection selection, Options user) {
        String name = selection.preset().isEmpty() ? Presets.NAMES.get(0) : selection.preset();
        if (!Presets.NAMES.contains(name) && !name.equals(Presets.SMOKE)) {
            throw new UnknownNameException("preset", name, Presets.NAMES);
        }
        Preset preset = Presets.named(name, offer, benchmarks);
        selection.parameters().keySet().forEach(this::requireParameter);
        Set<String> wanted = wanted(selection);
        List<String> notes = new ArrayList<>();
        boolean crossed = !selection.codecs().isEmpty() || !selection.payloads().isEmpty();
        List<Block> blocks = crossed ? crossed(selection, preset, wanted) : filtered(preset, wanted, notes);
        blocks = blocks.stream()
                .map(block -> known(block, notes))
                .map(block -> withParameters(block, selection.parameters()))
                .map(block -> withModes(block, user))
                .filter(block -> !block.cells().isEmpty())
                .toList();
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("nothing is left to measure: no benchmark of " + wanted
                    + " takes these codecs and payloads; -lp lists the values that each takes");
        }
        boolean whole = !crossed
                && selection.includes().isEmpty()
                && selection.excludes().isEmpty()
                && selection.parameters().isEmpty();
        int rounds = selection.rounds() > 0 ? selection.rounds() : preset.rounds();
        return new Plan(whole ? name : "custom", rounds, preset.timing().with(user), blocks, notes);
    }

    /**
     * Makes a plan for a user's own classes: encode, decode and stream, with the codecs of the first tier if none is
     * named.
     *
     * @param payloads the payloads of these classes
     * @param refused the pairs that do not travel and are not measured, by the names of {@link #pair}
     * @param notes notes about the values
     * @throws UnknownNameException if a named codec, benchmark or parameter does not exist
     * @throws IllegalArgumentException if nothing is left to measure
     */
    public Plan yours(
            Selection selection, List<String> payloads, Set<String> refused, List<String> notes, JmhArguments jmh) {
        Options user = jmh.options();
        String name = selection.preset().isEmpty() ? Presets.NAMES.get(0) : selection.preset();
        Timing timing = Presets.named(name, offer, benchmarks).timing();
        selection.parameters().keySet().forEach(this::requireParameter);
        Set<String> wanted = wanted(selection);
        List<String> said = new ArrayList<>(notes);
        List<String> codecs =
                selection.codecs().isEmpty() ? Presets.forYours(offer) : Globs.codecs(selection.codecs(), offer);
        for (String payload : payloads) {
            String left = codecs.stream()
                    .filter(codec -> refused.contains(pair(codec, payload)))
                    .collect(Collectors.joining(", "));
            if (!left.isEmpty()) {
                said.add("not measured with " + payload + ", since it does not arrive whole: " + left);
            }
        }
        List<Block> blocks =
                Presets.yours(payloads, codecs, cell -> !refused.contains(pair(cell.codec(), cell.payload()))).stream()
                        .map(block -> new Block(
                                block.name(),
                                block.cells().stream()
                                        .filter(cell -> wanted.contains(cell.benchmark()))
                                        .toList()))
                        .map(block -> known(block, said))
                        .map(block -> withParameters(block, selection.parameters()))
                        .map(block -> withModes(block, user))
                        .filter(block -> !block.cells().isEmpty())
                        .toList();
        if (blocks.stream().flatMap(block -> block.cells().stream()).noneMatch(Pairs::isPair)) {
            throw new IllegalArgumentException("no codec of " + codecs + " carries " + payloads
                    + " whole: name others with --codecs; the report of the probe shows what is lost");
        }
        int rounds = selection.rounds() > 0 ? selection.rounds() : Presets.SITTINGS;
        return new Plan(YOURS, rounds, timing.with(user), blocks, said);
    }

    /** Returns the name of a pair of codec and payload. */
    public static String pair(String codec, String payload) {
        return Pairs.key(codec, payload);
    }

    private void requireParameter(String name) {
        List<String> known = Stream.concat(
                        benchmarks.all().stream().flatMap(benchmark -> benchmark.values().keySet().stream()),
                        Stream.of(Parameter.COPY.id(), Parameter.CORES.id()))
                .distinct()
                .sorted()
                .toList();
        if (!known.contains(name)) {
            throw new UnknownNameException("parameter", name, known);
        }
    }

    private Set<String> wanted(Selection selection) {
        Set<String> wanted;
        try {
            wanted = benchmarks.matching(selection.includes(), selection.excludes());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + e.getPattern() + "' is not a regular expression: " + e.getDescription(), e);
        }
        if (wanted.isEmpty()) {
            throw new UnknownNameException(
                    "benchmark that matches",
                    String.join(" ", selection.includes()),
                    benchmarks.all().stream().map(BenchmarkMethod::name).toList());
        }
        return wanted;
    }

    /** Returns the preset's cells of the wanted benchmarks, or those of the next longer preset if it has none. */
    private List<Block> filtered(Preset preset, Set<String> wanted, List<String> notes) {
        List<String> longer = new ArrayList<>(Presets.NAMES);
        longer.removeIf(name -> Presets.NAMES.indexOf(name) <= Presets.NAMES.indexOf(preset.name()));
        longer.add(0, preset.name());
        for (String name : longer) {
            List<Block> blocks = Presets.named(name, offer, benchmarks).blocks().stream()
                    .map(block -> new Block(
                            block.name(),
                            block.cells().stream()
                                    .filter(cell -> wanted.contains(cell.benchmark()))
                                    .toList()))
                    .filter(block -> !block.cells().isEmpty())
                    .toList();
            if (!blocks.isEmpty()) {
                if (!name.equals(preset.name())) {
                    notes.add("the cells come from preset " + name + ", the shortest preset with these benchmarks");
                }
                return blocks;
            }
        }
        // A benchmark that no preset has runs with the values that its annotation lists, as JMH would run it.
        return List.of(new Block(
                "selected",
                wanted.stream()
                        .flatMap(benchmark -> listed(benchmarks.named(benchmark)).stream())
                        .toList()));
    }

    private static List<Cell> listed(BenchmarkMethod benchmark) {
        List<Cell> cells = new ArrayList<>();
        for (String codec : benchmark.values().getOrDefault("codec", List.of(Cell.NONE))) {
            for (String payload : benchmark.values().getOrDefault("payload", List.of(Cell.NONE))) {
                cells.add(cell(benchmark, codec, payload));
            }
        }
        return cells;
    }

    /** Returns each codec with each payload, with controls unless the benchmarks were chosen by name. */
    private List<Block> crossed(Selection selection, Preset preset, Set<String> wanted) {
        Block selected = cross(selection, preset, wanted);
        return selection.includes().isEmpty()
                ? List.of(selected, Presets.controls(selected.cells(), wanted, offer))
                : List.of(selected);
    }

    private Block cross(Selection selection, Preset preset, Set<String> wanted) {
        boolean narrowed = !selection.includes().isEmpty();
        List<Cell> leading = preset.blocks().get(0).cells();
        List<String> codecs =
                selection.codecs().isEmpty() ? distinct(leading, Cell::codec) : Globs.codecs(selection.codecs(), offer);
        List<String> payloads = selection.payloads().isEmpty()
                ? distinct(leading, Cell::payload)
                : Globs.payloads(selection.payloads(), offer);
        Set<Cell> cells = new LinkedHashSet<>();
        for (String payload : payloads) {
            for (String name : narrowed ? wanted : HEADLINE) {
                if (!wanted.contains(name)) {
                    continue;
                }
                BenchmarkMethod benchmark = benchmarks.named(name);
                for (String of : axis(benchmark, "payload", List.of(payload))) {
                    for (String codec : axis(benchmark, "codec", codecs)) {
                        cells.add(cell(benchmark, codec, of));
                    }
                }
            }
        }
        return new Block("selected", List.copyOf(cells));
    }

    private static List<String> axis(BenchmarkMethod benchmark, String parameter, List<String> asked) {
        return benchmark.has(parameter) ? benchmark.accepted(parameter, asked) : List.of(Cell.NONE);
    }

    private static Cell cell(BenchmarkMethod benchmark, String codec, String payload) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Benchmark.named(benchmark.name())
                .ifPresent(known -> known.headline().forEach((name, value) -> parameters.put(name.id(), value)));
        benchmark.values().forEach((name, values) -> {
            if (!name.equals("codec") && !name.equals("payload") && !values.isEmpty()) {
                parameters.putIfAbsent(name, values.get(0));
            }
        });
        parameters.keySet().retainAll(benchmark.values().keySet());
        return Cell.of(benchmark.name(), codec, payload, parameters);
    }

    /** Leaves out cells that do not exist: a provider may be broken, or a build may lack a benchmark. */
    private Block known(Block block, List<String> notes) {
        Set<String> codecs = new LinkedHashSet<>(offer.codecIds());
        Set<String> payloads = new LinkedHashSet<>(offer.payloadIds());
        codecs.add(Cell.NONE);
        payloads.add(Cell.NONE);
        List<Cell> kept = new ArrayList<>();
        for (Cell cell : block.cells()) {
            String missing = !benchmarks.has(cell.benchmark())
                    ? "benchmark " + cell.benchmark()
                    : !codecs.contains(cell.codec())
                            ? "codec " + cell.codec()
                            : !payloads.contains(cell.payload()) ? "payload " + cell.payload() : "";
            if (missing.isEmpty()) {
                kept.add(cell);
            } else if (!notes.contains("left out: there is no " + missing)) {
                notes.add("left out: there is no " + missing);
            }
        }
        return new Block(block.name(), kept);
    }

    private Block withParameters(Block block, Map<String, List<String>> parameters) {
        Set<Cell> cells = new LinkedHashSet<>(block.cells());
        for (Map.Entry<String, List<String>> asked : parameters.entrySet()) {
            Set<Cell> next = new LinkedHashSet<>();
            for (Cell cell : cells) {
                if (!takes(cell, asked.getKey())) {
                    next.add(cell);
                    continue;
                }
                for (String value : asked.getValue()) {
                    next.add(with(cell, asked.getKey(), value));
                }
            }
            cells = next;
        }
        return new Block(block.name(), List.copyOf(cells));
    }

    /** Returns whether cells of this benchmark may differ in a parameter. Only cells with a pipe have cores. */
    private boolean takes(Cell cell, String parameter) {
        return parameter.equals(Parameter.COPY.id())
                || benchmarks
                        .named(cell.benchmark())
                        .has(parameter.equals(Parameter.CORES.id()) ? Parameter.TRANSPORT.id() : parameter);
    }

    private static Block withModes(Block block, Options user) {
        List<Mode> modes = Modes.asked(user);
        if (modes.size() < 2) {
            return block;
        }
        return new Block(
                block.name(),
                block.cells().stream()
                        .flatMap(cell -> modes.stream().map(mode -> cell.with(Parameter.MODE, mode.shortLabel())))
                        .toList());
    }

    private static Cell with(Cell cell, String parameter, String value) {
        Map<String, String> parameters = new LinkedHashMap<>(cell.parameters());
        parameters.put(parameter, value);
        // The number of the first copy and the number of one core are left out.
        parameters.remove(Parameter.COPY.id(), Parameter.COPY.defaultValue());
        parameters.remove(Parameter.CORES.id(), Parameter.CORES.defaultValue());
        return Cell.of(cell.benchmark(), cell.codec(), cell.payload(), parameters);
    }

    private static List<String> distinct(List<Cell> cells, Function<Cell, String> of) {
        return cells.stream()
                .map(of)
                .filter(id -> !id.equals(Cell.NONE))
                .distinct()
                .toList();
    }
}
