package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Contest;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Pick;
import dev.pipemark.report.rank.Ranking;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what was picked, in words: only an order that was established names anybody. */
final class PickWords {
    private static final int SHOWN = 4;

    private final Findings findings;
    private final Pick pick;

    PickWords(Findings findings, Pick pick) {
        this.findings = findings;
        this.pick = pick;
    }

    /** The tie group, or on what it depends. */
    String picked() {
        if (pick.admitted().isEmpty()) {
            return "no codec of this run";
        } else if (pick.contests().isEmpty()) {
            return "none of them was measured";
        }
        List<String> parts = new ArrayList<>();
        List<Contest> settled = among(Contest::settled);
        if (!settled.isEmpty()) {
            parts.add(inFront(settled));
        }
        for (Pick.Crossing crossing : pick.crossings()) {
            parts.add("between " + crossing.smaller().race().payload() + " and "
                    + crossing.larger().race().payload() + " the lead goes from " + Names.list(crossing.before())
                    + " to "
                    + group(crossing.larger()));
        }
        List<Contest> single = among(Contest::single);
        if (!single.isEmpty()) {
            parts.add(only(single));
        }
        List<Contest> open = among(contest -> !contest.ordered());
        if (!open.isEmpty()) {
            parts.add("order not established on " + Names.list(where(open)) + " (" + why() + ")");
        }
        return String.join("; ", parts);
    }

    String runnerUp() {
        return each(contest -> {
            Score second = contest.runnerUp();
            if (second != null) {
                return behind(contest, second);
            } else if (!contest.settled()) {
                return "";
            }
            return contest.dropped().isEmpty() ? "none" : "none: those behind are slower and larger";
        });
    }

    private static String behind(Contest contest, Score second) {
        double smaller = contest.timesSmaller(second);
        return second.cell().codec() + " (" + times(contest.behind(second)) + " the cost"
                + (Double.isNaN(smaller) ? "" : ", × " + Scale.significant(smaller, 2) + " smaller") + ")";
    }

    /** How many times the cost of the best of all; with whom, where others that were let in were not measured. */
    String cost() {
        return pick.constraint().needs().isEmpty()
                ? ""
                : each(contest -> {
                    Ranking.Rank rank = contest.cost();
                    if (!rank.timesBest().known() || rank.timesBest().value() < 1) {
                        return "not established";
                    }
                    boolean onlyOne = contest.single() && pick.admitted().size() > 1;
                    String with = onlyOne ? " with " + contest.first().get(0) : "";
                    Judgement against = rank.againstBest();
                    if (against == null) {
                        return "× 1" + with;
                    }
                    Verdict verdict = against.verdict();
                    String mark = verdict == Verdict.TIED
                            ? " (tied)"
                            : verdict == Verdict.INCONCLUSIVE
                                    ? " (not told apart)"
                                    : verdict == null ? " (" + why() + ")" : "";
                    return times(rank.timesBest()) + mark + with;
                });
    }

    /** Slower and larger than another that is admissible. */
    String dropped() {
        return each(contest -> Names.list(contest.dropped()));
    }

    String out() {
        return pick.out().entrySet().stream()
                .map(entry -> entry.getKey() + " (" + Names.list(entry.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    /** All of it in one statement. */
    String sentence() {
        StringBuilder sentence = new StringBuilder(title()).append(": ").append(picked());
        String second = each(contest -> {
            Score behind = contest.runnerUp();
            return behind == null ? "" : behind(contest, behind);
        });
        if (!second.isEmpty()) {
            sentence.append(". Runner-up: ").append(second);
        }
        String cost = cost();
        if (!cost.isEmpty()) {
            sentence.append(". Cost against the best of all: ").append(cost);
        }
        return sentence.append('.').toString();
    }

    /** Whether the other asks for no more, and has the same pick at the same cost. */
    boolean repeats(PickWords other) {
        return !pick.contests().isEmpty()
                && pick.constraint().needs().containsAll(other.pick.constraint().needs())
                && picked().equals(other.picked())
                && runnerUp().equals(other.runnerUp())
                && (other.pick.constraint().needs().isEmpty()
                        ? pick.contests().stream()
                                .allMatch(contest -> contest.cost().againstBest() == null)
                        : cost().equals(other.cost()));
    }

    /** The statement where another has said it all. */
    Page.Claim asBefore(PickWords other) {
        String before = other.pick.constraint().title();
        return new Page.Claim(
                title() + ": "
                        + (other.pick.constraint().needs().isEmpty()
                                ? "costs nothing, the pick is the same as without a constraint."
                                : "the pick and its cost are those of “" + before + "” alone."),
                List.of(new Page.Link(before, other.pick.constraint().id()), evidence()));
    }

    private String title() {
        return Names.capital(pick.constraint().title());
    }

    /** Each says where it leads, for those who hear links by themselves. */
    private Page.Link evidence() {
        return new Page.Link(
                "evidence: " + pick.constraint().title(), pick.constraint().id());
    }

    /** A row in front of each contest, beside which the others stand; and the constraint's own. */
    List<Page.Link> links() {
        List<Page.Link> links = new ArrayList<>();
        for (Contest contest : pick.contests()) {
            if (contest.ordered()) {
                contest.first().stream()
                        .limit(1)
                        .forEach(codec -> links.add(contest.race().link(codec)));
            }
        }
        links.add(evidence());
        return links;
    }

    private List<Contest> among(Predicate<Contest> which) {
        return pick.contests().stream().filter(which).toList();
    }

    private String inFront(List<Contest> settled) {
        Set<String> everywhere = new LinkedHashSet<>(settled.get(0).first());
        settled.forEach(contest -> everywhere.retainAll(contest.first()));
        if (everywhere.isEmpty()
                || !pick.others().isEmpty()
                || !pick.crossings().isEmpty()) {
            List<Contest> all = new ArrayList<>(settled);
            pick.others().stream().limit(SHOWN).forEach(all::add);
            int more = settled.size() + pick.others().size() - all.size();
            return "depends: " + grouped(all) + (more == 0 ? "" : "; others on " + Names.count(more, "more payload"));
        }
        boolean alike = settled.stream().allMatch(contest -> contest.first().size() == everywhere.size());
        return (alike ? "" : Names.list(List.copyOf(everywhere)) + ", in front each time: ") + grouped(settled);
    }

    /** Where there is nothing to choose. */
    private String only(List<Contest> single) {
        Map<String, List<Contest>> groups = new LinkedHashMap<>();
        single.forEach(contest -> groups.computeIfAbsent(contest.first().get(0), codec -> new ArrayList<>())
                .add(contest));
        return groups.entrySet().stream()
                .map(entry -> "only " + entry.getKey()
                        + (pick.admitted().size() == 1
                                ? ""
                                : " was measured on " + Names.list(where(entry.getValue()))))
                .collect(Collectors.joining("; "));
    }

    /** {@code a on x and y; b and c (tied) on z}. */
    private static String grouped(List<Contest> contests) {
        Map<String, List<Contest>> groups = new LinkedHashMap<>();
        contests.forEach(contest -> groups.computeIfAbsent(group(contest), group -> new ArrayList<>())
                .add(contest));
        return groups.entrySet().stream()
                .map(entry -> entry.getKey() + " on " + Names.list(where(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String group(Contest contest) {
        List<String> first = contest.first();
        List<String> unplaced = contest.unplaced();
        List<String> undecided = contest.undecided();
        return Names.list(first)
                + (first.size() == 1 ? "" : contest.tied() ? " (tied)" : " (not told apart)")
                + (unplaced.isEmpty() ? "" : " (too few forks to place " + Names.list(unplaced) + ")")
                + (undecided.isEmpty() ? "" : " (not decided: " + Names.list(undecided) + ")");
    }

    /** The same of every payload that stands for a family; once where it is the same everywhere. */
    private String each(Function<Contest, String> say) {
        Map<String, List<Contest>> said = new LinkedHashMap<>();
        for (Contest contest : pick.contests()) {
            said.computeIfAbsent(say.apply(contest), text -> new ArrayList<>()).add(contest);
        }
        if (said.size() == 1) {
            return said.keySet().iterator().next();
        }
        said.remove("");
        return said.entrySet().stream()
                .map(entry -> entry.getKey() + " on " + Names.list(where(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static List<String> where(List<Contest> contests) {
        return contests.stream().map(contest -> contest.race().where()).toList();
    }

    private static String times(Estimate ratio) {
        return Names.times(ratio);
    }

    private String why() {
        return findings.ordered()
                ? "too few forks"
                : Names.rounds(findings.run().info().rounds());
    }
}
