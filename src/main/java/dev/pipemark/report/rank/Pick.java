package dev.pipemark.report.rank;

import dev.pipemark.record.CodecFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run says of one constraint: who is let in, who is in front, and where that changes.
 *
 * @param admitted codecs that meet every need, in the plan's order
 * @param out codecs that do not, by the reason
 * @param contests on the payloads that stand for their families, and on one that the constraint is about
 * @param others on further payloads of those families where somebody else is in front
 * @param crossings where the lead changes along a sweep of sizes
 */
public record Pick(
        Constraint constraint,
        Set<String> admitted,
        Map<String, List<String>> out,
        List<Contest> contests,
        List<Contest> others,
        List<Crossing> crossings) {
    private static final Pattern SIZED = Pattern.compile("(.+)-(\\d{1,9})");
    private static final int SIZES = 3;

    /**
     * The lead is another one at the larger size.
     *
     * @param smaller where those before it are still in front
     * @param larger where none of them is
     */
    public record Crossing(Contest smaller, List<String> before, Contest larger) {}

    public static Pick of(Findings findings, Evidence evidence, List<Race> races, Constraint constraint) {
        Set<String> admitted = new LinkedHashSet<>();
        Map<String, List<String>> out = new LinkedHashMap<>();
        for (CodecFacts codec : choices(findings, races)) {
            String reason = constraint.needs().stream()
                    .map(need -> evidence.answer(codec, need, constraint.closed()))
                    .filter(ruling -> !ruling.met())
                    .map(Evidence.Ruling::reason)
                    .findFirst()
                    .orElse("");
            if (reason.isEmpty()) {
                admitted.add(codec.id());
            } else {
                out.computeIfAbsent(reason, why -> new ArrayList<>()).add(codec.id());
            }
        }
        List<Contest> all = races.stream()
                .filter(race -> concerned(race, races, constraint))
                .map(race -> new Contest(findings, race, admitted))
                .filter(Contest::run)
                .toList();
        List<Contest> leads = leads(all, constraint);
        List<Crossing> crossings = crossings(all);
        return new Pick(constraint, admitted, out, leads, others(all, leads, crossings), crossings);
    }

    /** Every codec that could be chosen, in the plan's order. */
    private static List<CodecFacts> choices(Findings findings, List<Race> races) {
        Map<String, CodecFacts> choices = new LinkedHashMap<>();
        findings.codecs().forEach(codec -> choices.put(codec.id(), codec));
        races.forEach(race -> race.scores()
                .forEach(score -> choices.computeIfAbsent(score.cell().codec(), findings::codec)));
        choices.values().removeIf(CodecFacts::control);
        return List.copyOf(choices.values());
    }

    /** Functions are raced for those who need them; for others only where nothing else was sent. */
    private static boolean concerned(Race race, List<Race> races, Constraint constraint) {
        return !race.family().equals(Race.FUNCTIONS)
                || constraint.needs().contains(Need.FUNCTIONS)
                || races.stream().allMatch(other -> other.family().equals(Race.FUNCTIONS));
    }

    /** One race for each family, and one where what is needed was itself sent, if none of them is that. */
    private static List<Contest> leads(List<Contest> all, Constraint constraint) {
        List<Contest> leads = new ArrayList<>(
                all.stream().filter(contest -> contest.race().lead()).toList());
        for (Need need : constraint.needs()) {
            Predicate<Contest> sent =
                    contest -> need.payloads().contains(contest.race().payload());
            if (leads.stream().noneMatch(sent)) {
                all.stream().filter(sent).findFirst().ifPresent(leads::add);
            }
        }
        return List.copyOf(leads);
    }

    private static List<Contest> others(List<Contest> all, List<Contest> leads, List<Crossing> crossings) {
        List<Contest> others = new ArrayList<>();
        for (Contest lead : leads) {
            for (Contest other : all) {
                boolean sibling = !leads.contains(other)
                        && other.race().family().equals(lead.race().family())
                        && other.race().measure() == lead.race().measure();
                boolean crossed = crossings.stream()
                        .anyMatch(crossing -> prefix(crossing.larger()).equals(prefix(other)));
                if (sibling
                        && !crossed
                        && lead.settled()
                        && other.settled()
                        && other.knows(lead.first())
                        && Collections.disjoint(lead.first(), other.first())) {
                    others.add(other);
                }
            }
        }
        return others;
    }

    private static List<Crossing> crossings(List<Contest> all) {
        Map<String, Map<Long, Contest>> sweeps = new LinkedHashMap<>();
        for (Contest contest : all) {
            Matcher name = SIZED.matcher(contest.race().payload());
            if (name.matches() && contest.settled()) {
                sweeps.computeIfAbsent(prefix(contest), sweep -> new TreeMap<>())
                        .put(Long.parseLong(name.group(2)), contest);
            }
        }
        List<Crossing> crossings = new ArrayList<>();
        sweeps.values().stream().filter(sizes -> sizes.size() >= SIZES).forEach(sizes -> {
            Contest last = null;
            Set<String> leading = new LinkedHashSet<>();
            for (Contest contest : sizes.values()) {
                if (last != null && Collections.disjoint(leading, contest.first())) {
                    if (!contest.knows(leading) || !last.knows(contest.first())) {
                        // Who was not sent there is not behind there.
                        continue;
                    }
                    crossings.add(new Crossing(last, List.copyOf(leading), contest));
                    leading.clear();
                }
                if (leading.isEmpty()) {
                    leading.addAll(contest.first());
                }
                leading.retainAll(contest.first());
                last = contest;
            }
        });
        return crossings;
    }

    /** The payload without the size at its end, with the measure: what a sweep goes by. */
    private static String prefix(Contest contest) {
        String payload = contest.race().payload();
        Matcher name = SIZED.matcher(payload);
        return contest.race().measure() + " " + (name.matches() ? name.group(1) : payload + "-");
    }
}
