package dev.pipemark.report.sections;

import dev.pipemark.record.Outcome;
import dev.pipemark.record.PairCheck;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What fails in a family: pairs that do not travel, and cells whose forks came to nothing, each kind with its count. */
final class Failures {
    private static final int REASON_LENGTH = 110;

    /** From what hurts most. */
    private static final List<PairCheck.Verdict> WORST_FIRST = List.of(
            PairCheck.Verdict.PAYLOAD_FAULT,
            PairCheck.Verdict.DIED,
            PairCheck.Verdict.HANG,
            PairCheck.Verdict.DIFFERENT,
            PairCheck.Verdict.REFUSED_ON_DECODE,
            PairCheck.Verdict.REFUSED_ON_ENCODE,
            PairCheck.Verdict.UNSUPPORTED);

    private Failures() {}

    static Optional<Claim> claim(Findings findings, String family) {
        List<PairCheck> checks = findings.checks().stream()
                .filter(check -> findings.family(check.payload()).equals(family))
                .filter(check -> !control(findings, check.codec()))
                .toList();
        List<Score> failed = findings.scores().stream()
                .filter(score -> score.outcome() instanceof Outcome.Failed)
                .filter(score -> findings.family(score.cell().payload()).equals(family))
                .toList();
        Map<PairCheck.Verdict, List<PairCheck>> bad = new EnumMap<>(PairCheck.Verdict.class);
        checks.stream()
                .filter(check -> !check.exact())
                .forEach(check -> bad.computeIfAbsent(check.verdict(), verdict -> new ArrayList<>())
                        .add(check));
        String name = Names.family(family) + " (fails): ";
        if (bad.isEmpty() && failed.isEmpty()) {
            return checks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Claim(
                            name + "nothing, "
                                    + (checks.size() == 1
                                            ? "the one pair arrives"
                                            : "all " + checks.size() + " pairs arrive")
                                    + " as sent",
                            List.of(new Link("pairs", PairSections.CAPABILITIES))));
        }
        List<String> parts = new ArrayList<>();
        if (!bad.isEmpty()) {
            parts.add(pairs(bad, checks.size()));
        }
        if (!failed.isEmpty()) {
            parts.add(Names.count(failed.size(), "cell") + " failed");
        }
        List<Link> rests = new ArrayList<>();
        String example = failed.isEmpty() ? pair(bad, rests) : cell(findings, failed.get(0), rests);
        if (!bad.isEmpty()) {
            rests.add(new Link("all pairs", PairSections.CAPABILITIES));
        }
        return Optional.of(new Claim(name + String.join("; ", parts) + "; for example " + example, rests));
    }

    /** A codec that says beforehand that it has no form for a value has not failed: these are counted apart. */
    private static String pairs(Map<PairCheck.Verdict, List<PairCheck>> bad, int all) {
        List<PairCheck.Verdict> kinds = WORST_FIRST.stream()
                .filter(verdict -> verdict != PairCheck.Verdict.UNSUPPORTED && bad.containsKey(verdict))
                .toList();
        int unsupported = count(bad, List.of(PairCheck.Verdict.UNSUPPORTED));
        int tried = count(bad, kinds);
        String of = " of " + Names.count(all, "pair");
        if (tried == 0) {
            return "no pair that its codec supports; " + unsupported + of + " not supported";
        }
        return tried + of + " " + (tried == 1 ? "does" : "do") + " not travel as sent ("
                + kinds.stream()
                        .map(verdict -> count(bad, List.of(verdict)) + " " + words(verdict))
                        .collect(Collectors.joining(", "))
                + ")"
                + (unsupported == 0 ? "" : ", " + unsupported + " more not supported by their codec");
    }

    private static int count(Map<PairCheck.Verdict, List<PairCheck>> bad, List<PairCheck.Verdict> verdicts) {
        return verdicts.stream()
                .mapToInt(verdict -> bad.getOrDefault(verdict, List.of()).size())
                .sum();
    }

    private static String cell(Findings findings, Score score, List<Link> rests) {
        rests.add(new Link(score.cell().codec() + ", " + score.cell().payload(), AllData.row(findings, score)));
        return score.cell().benchmark() + " " + score.cell().codec() + " on "
                + score.cell().payload() + ": " + Names.brief(score.reason(), REASON_LENGTH);
    }

    private static String pair(Map<PairCheck.Verdict, List<PairCheck>> bad, List<Link> rests) {
        for (PairCheck.Verdict verdict : WORST_FIRST) {
            List<PairCheck> found = bad.get(verdict);
            if (found != null) {
                PairCheck check = found.get(0);
                rests.add(new Link(check.codec() + ", " + check.payload(), PairSections.refusal(check)));
                return check.codec() + " on " + check.payload() + " (" + words(verdict) + "): "
                        + Names.brief(check.detail(), REASON_LENGTH);
            }
        }
        return "none";
    }

    private static String words(PairCheck.Verdict verdict) {
        return switch (verdict) {
            case EXACT -> "arrives";
            case DIFFERENT -> "arrives different";
            case PAYLOAD_FAULT -> "payload fault";
            case UNSUPPORTED -> "unsupported";
            case REFUSED_ON_ENCODE -> "refused on encode";
            case REFUSED_ON_DECODE -> "refused on decode";
            case HANG -> "without answer";
            case DIED -> "ended the process";
        };
    }

    private static boolean control(Findings findings, String codec) {
        return findings.codec(codec).control();
    }
}
