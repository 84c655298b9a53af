package dev.pipemark.run;

import dev.pipemark.machine.Memory;
import dev.pipemark.record.Arm;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Copies;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Divides a round of a table into groups if its forks do not fit in memory together, or are too many. Each group is a
 * sitting. Two cells, the anchors, have a fork in each group. The fit of the forks joins the groups through them.
 *
 * <p>The anchors of a table are its first two cells that travel, in the order of the plan. Copies, cells that have a copy, and
 * cells of arms are chosen only if there are no others. All cells of a table have the same assumed memory, so other anchors
 * would save none. The anchors are the same in all groups and rounds. The other cells change groups from round to
 * round, since their order is shuffled. Most pairs are therefore in the same group in some rounds, and the groups are
 * joined even if both anchors fail. If a group has an effect on its cells, this becomes scatter, which the intervals
 * include. In fixed groups it would be a bias.
 *
 * <p>A codec and its arms stay in one group, because they are compared with each other. The group may then have more forks than
 * the user asked for.
 */
public final class Division {
    private static final int ANCHORS = 2;

    /**
     * The maximum number of forks of a sitting, if the user gives no number. In turns of 80 ms, a lap then takes some two
     * seconds. A disturbance affects all forks alike only if it lasts longer than a lap.
     */
    public static final int MOST = 24;

    /** The fewest forks of a group: the anchors and one other cell. */
    public static final int LEAST = ANCHORS + 1;

    private final int most;
    private final Predicate<List<PlannedFork>> fits;

    Division(int most, Predicate<List<PlannedFork>> fits) {
        this.most = most;
        this.fits = fits;
    }

    /**
     * Makes the division of a run.
     *
     * @param plan the way in which the forks are made
     * @param forks finished forks, whose notes have the memory that their processes held
     * @param memory the memory of this machine
     */
    public static Division of(RunPlan plan, Collection<Fork> forks, Memory memory) {
        return of(Order.labelled(plan.order()), plan.sittingForks(), forks, memory);
    }

    /**
     * Makes the division of a run.
     *
     * @param order the order of its forks. Nothing is divided unless they run side by side
     * @param most the most forks of a sitting; {@code null} for {@value #MOST}
     */
    public static Division of(Order order, @Nullable Integer most, Collection<Fork> forks, Memory memory) {
        if (order != Order.SIDE_BY_SIDE) {
            return new Division(Integer.MAX_VALUE, sitting -> true);
        }
        MemoryNeed need = new MemoryNeed(forks);
        return new Division(most == null ? MOST : most, sitting -> need.fits(sitting, memory));
    }

    /**
     * Returns the sittings of some forks, in their order. If the forks of a group do not fit although it has only {@value
     * #LEAST} forks, they are returned all the same.
     *
     * @param left forks that are left, each once
     * @param cells the cells of the plan that may be timed, in the order of the plan
     * @param ran the forks of the run so far. A group that was measured earlier keeps its number
     */
    public List<List<PlannedFork>> sittings(List<PlannedFork> left, Collection<Cell> cells, Collection<Fork> ran) {
        Map<String, Set<Cell>> anchors = anchors(cells);
        Map<String, Integer> next = new HashMap<>();
        for (Fork fork : ran) {
            next.merge(
                    new PlannedFork(fork.cell(), fork.round()).tableAndRound(),
                    1 + fork.sitting().group(),
                    Math::max);
        }
        List<List<PlannedFork>> sittings = new ArrayList<>();
        for (List<PlannedFork> sitting : Schedule.sittings(left)) {
            PlannedFork first = sitting.get(0);
            sittings.addAll(divided(
                    sitting,
                    anchors.getOrDefault(first.table(), Set.of()).stream()
                            .map(cell -> new PlannedFork(cell, first.round()))
                            .toList(),
                    next.getOrDefault(first.tableAndRound(), 0)));
        }
        return sittings;
    }

    /** Returns the forks of all sittings, anchors included. */
    public List<PlannedFork> forks(List<PlannedFork> left, Collection<Cell> cells, Collection<Fork> ran) {
        // In the other orders, forks of one table are not always neighbours.
        return most == Integer.MAX_VALUE
                ? left
                : sittings(left, cells, ran).stream().flatMap(List::stream).toList();
    }

    /** Returns the cells of all forks of a round. Anchors occur once for each group of their table. */
    public List<Cell> round(List<Cell> cells) {
        List<PlannedFork> round =
                cells.stream().map(cell -> new PlannedFork(cell, 1)).toList();
        return forks(round, cells, List.of()).stream().map(PlannedFork::cell).toList();
    }

    /** Returns the forks that are left of the planned rounds of a run, anchors included. */
    public static List<PlannedFork> left(Run run, Memory memory) {
        return of(run.info().plan(), run.forks(), memory)
                .forks(MemoryNeed.planned(run), MemoryNeed.timed(run), run.forks());
    }

    /**
     * Divides the forks that are left of a round of a table.
     *
     * @param next one more than the number of the last group that was measured earlier; 0 if none was
     */
    private List<List<PlannedFork>> divided(List<PlannedFork> sitting, List<PlannedFork> anchors, int next) {
        boolean begun = next > 0;
        int first = Math.max(1, next);
        List<PlannedFork> others =
                sitting.stream().filter(fork -> !anchors.contains(fork)).toList();
        if (!begun && (others.size() < 2 || sitting.size() <= most && fits.test(sitting))) {
            return List.of(sitting);
        }
        List<List<PlannedFork>> units = withArms(others);
        int room = Math.max(1, most - anchors.size());
        int groups = Math.max(1, Math.min(units.size(), (others.size() + room - 1) / room));
        List<List<PlannedFork>> parts = parts(anchors, units, groups, first);
        while (groups < units.size() && !parts.stream().allMatch(part -> part.size() <= most && fits.test(part))) {
            groups++;
            parts = parts(anchors, units, groups, first);
        }
        return parts;
    }

    /** Returns each codec with its arms, which stay in one group. The largest come first, since they fit in few groups. */
    private static List<List<PlannedFork>> withArms(List<PlannedFork> forks) {
        return forks.stream()
                .collect(Collectors.groupingBy(
                        fork -> Arm.base(fork.cell()), LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(unit -> -unit.size()))
                .toList();
    }

    /** Adds each unit to the group that is the smallest so far. */
    private static List<List<PlannedFork>> parts(
            List<PlannedFork> anchors, List<List<PlannedFork>> units, int groups, int first) {
        List<List<PlannedFork>> members = new ArrayList<>();
        for (int part = 0; part < groups; part++) {
            members.add(new ArrayList<>(anchors));
        }
        for (List<PlannedFork> unit : units) {
            Collections.min(members, Comparator.comparingInt(List::size)).addAll(unit);
        }
        List<List<PlannedFork>> parts = new ArrayList<>();
        for (List<PlannedFork> part : members) {
            int group = first + parts.size();
            // Otherwise the anchors would start first in each group, and wait longest for the others.
            Collections.rotate(part, group + part.get(0).round());
            parts.add(part.stream()
                    .map(fork -> new PlannedFork(fork.cell(), fork.round(), group))
                    .toList());
        }
        return parts;
    }

    /** Returns the anchors of each table, by its name. */
    private static Map<String, Set<Cell>> anchors(Collection<Cell> cells) {
        Map<String, Set<Cell>> anchors = new HashMap<>();
        // An anchor has more forks than other cells. A pair with its copy would therefore scatter less than other
        // pairs.
        Set<Cell> copied =
                cells.stream().filter(Copies::again).map(Copies::base).collect(Collectors.toSet());
        for (boolean plain : new boolean[] {true, false}) {
            for (Cell cell : cells) {
                Set<Cell> own =
                        anchors.computeIfAbsent(new PlannedFork(cell, 1).table(), table -> new LinkedHashSet<>());
                if (own.size() < ANCHORS
                        && (!plain
                                || !Copies.again(cell)
                                        && !copied.contains(cell)
                                        && Arm.of(cell.codec()).isEmpty())) {
                    own.add(cell);
                }
            }
        }
        return anchors;
    }
}
