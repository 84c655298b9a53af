package dev.pipemark.compare;

import dev.pipemark.record.Kind;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page of a comparison: first the facts that differ between the runs, then every cell by its status. */
final class ComparePage {
    private static final int COST_DIGITS = 3;
    private static final int BYTE_DIGITS = 6;

    private ComparePage() {}

    static Page of(Comparison comparison) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("surroundings", 2, "Differences between the runs", surroundings(comparison)));
        sections.add(new Section(
                "counts",
                2,
                "Status of the cells",
                List.of(
                        Lines.of(CompareWords.counts(comparison) + "."),
                        Lines.of(CompareWords.intervals(comparison)))));
        for (CellStatus status : CellStatus.values()) {
            List<ComparedCell> cells = comparison.with(status);
            if (!cells.isEmpty()) {
                sections.add(new Section(
                        Page.slug(status.label()), 2, Names.capital(status.label()), List.of(cells(status, cells))));
            }
        }
        sections.add(new Section("sizes", 2, "Encoded sizes", List.of(sizes(comparison))));
        sections.add(new Section("allocations", 2, "Allocation", List.of(allocations(comparison))));
        return new Page("Pipemark: " + CompareWords.title(comparison), sections);
    }

    private static List<Block> surroundings(Comparison comparison) {
        Surroundings around = comparison.surroundings();
        List<Block> blocks = new ArrayList<>();
        if (!around.obstacles().isEmpty()) {
            blocks.add(Lines.of("Not comparable: " + String.join("; ", around.obstacles())
                    + ". These facts may cause the differences below."));
        }
        if (around.differences().isEmpty()) {
            blocks.add(Lines.of(CompareWords.alike(comparison)));
        } else {
            blocks.add(new Grid<>(around.differences())
                    .text("what", difference -> difference.what())
                    .text("base", difference -> difference.base())
                    .text("new", difference -> difference.candidate())
                    .table("facts", "Facts that differ", List.of()));
        }
        if (!around.unknowns().isEmpty()) {
            List<String> lines = new ArrayList<>();
            around.unknowns().forEach(unknown -> lines.add("Not known: " + unknown + "."));
            blocks.add(new Lines(lines, false));
        }
        return blocks;
    }

    private static Block cells(CellStatus status, List<ComparedCell> cells) {
        Scale scale = Scale.time(cells.stream()
                .flatMap(cell -> Stream.of(cell.base().cost(), cell.candidate().cost()))
                .toList());
        return new Grid<>(cells)
                .text("benchmark", cell -> cell.cell().benchmark())
                .text("codec", cell -> cell.cell().codec())
                .text("payload", cell -> cell.cell().payload())
                .text("parameters", cell -> Kind.parameters(cell.cell()))
                .number("base, " + scale.unit(), cell -> cost(scale, cell.base()))
                .number("new, " + scale.unit(), cell -> cost(scale, cell.candidate()))
                .number("×", cell -> {
                    Estimate times = cell.times();
                    return Value.text(CompareWords.ratio(times));
                })
                .text("costs more", cell -> cell.dearer("base", "new"))
                .number("δ", cell -> delta(cell))
                .text("forks", cell -> cell.base().costs().isEmpty() ? "" : CompareWords.forks(cell))
                .text("remark", cell -> Names.brief(cell.reason()))
                .text("base, by JMH", cell -> CompareWords.printed(cell, cell.base()))
                .text("new, by JMH", cell -> CompareWords.printed(cell, cell.candidate()))
                .table(
                        "cells-" + Page.slug(status.label()),
                        Names.capital(status.label()),
                        cells.stream().anyMatch(CompareWords::left) ? List.of(CompareWords.PRINTED) : List.of());
    }

    /** Two digits if there are too few forks for an interval. */
    private static Value cost(Scale scale, CellSide side) {
        int digits = side.forks() < Stats.FORKS_FOR_INTERVAL ? COST_DIGITS - 1 : COST_DIGITS;
        return scale.value(side.cost(), digits);
    }

    private static Value delta(ComparedCell cell) {
        return cell.ratio().known() ? Value.text(CompareWords.percent(cell.delta())) : Value.BLANK;
    }

    private static Block sizes(Comparison comparison) {
        List<SizeDifference> sizes = comparison.sizes();
        if (sizes.isEmpty()) {
            return Lines.of("The encoded sizes that both runs recorded are equal.");
        }
        return new Grid<>(sizes)
                .text("codec", size -> size.base().codec())
                .text("payload", size -> size.base().payload())
                .bytes("base, mean", BYTE_DIGITS, size -> size.base().mean())
                .bytes("new, mean", BYTE_DIGITS, size -> size.candidate().mean())
                .number("change", size -> Value.text(CompareWords.change(size.relative())))
                .text(
                        "base, min to max",
                        size -> size.base().min() + " to " + size.base().max())
                .text(
                        "new, min to max",
                        size -> size.candidate().min() + " to "
                                + size.candidate().max())
                .bytes("base, deflate", BYTE_DIGITS, size -> size.base().deflate())
                .bytes("new, deflate", BYTE_DIGITS, size -> size.candidate().deflate())
                .bytes("base, zstd", BYTE_DIGITS, size -> size.base().zstd())
                .bytes("new, zstd", BYTE_DIGITS, size -> size.candidate().zstd())
                .table("size-differences", "Sizes that differ", List.of());
    }

    private static Block allocations(Comparison comparison) {
        List<AllocationDifference> flagged = comparison.allocations().stream()
                .filter(AllocationDifference::flagged)
                .toList();
        String all = comparison.allocations().isEmpty()
                ? "There is no allocation that both runs recorded."
                : comparison.allocations().size()
                        + " allocations are known in both runs. compare.csv lists them all. An allocation is flagged if it"
                        + " differs by more than 1 % and by at least a byte per operation.";
        if (flagged.isEmpty()) {
            return Lines.of(all, "None is flagged.");
        }
        return new Grid<>(flagged)
                .text("benchmark", allocation -> allocation.cell().benchmark())
                .text("codec", allocation -> allocation.cell().codec())
                .text("payload", allocation -> allocation.cell().payload())
                .text("parameters", allocation -> Kind.parameters(allocation.cell()))
                .text("process", allocation -> allocation.metric().id().replace("-allocation", ""))
                .bytes("base", BYTE_DIGITS, AllocationDifference::base)
                .bytes("new", BYTE_DIGITS, AllocationDifference::candidate)
                .number("change", allocation -> Value.text(CompareWords.change(allocation.relative())))
                .table("allocation-differences", "Bytes per operation", List.of(all));
    }
}
