package dev.pipemark.report.rank;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.report.rank.Ruling.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether a codec meets a need, by the matrix of values and by the run's own checks. */
public final class Evidence {
    private final Findings findings;
    private final Optional<Crossings> crossings;
    /** Whether there is a matrix. A matrix has rows of workers that open no packages. */
    private final boolean probed;
    /** Whether this run's own workers opened packages. */
    private final boolean opening;
    /** The checks of the matrix by row and value. */
    private final Map<Matrix.Row, Map<String, ValueCheck>> values = new HashMap<>();
    /** The checks of contracts by contract and codec. */
    private final Map<String, Map<String, ContractCheck>> contracts = new HashMap<>();
    /** The values of the matrix, and the payloads of the run, that any codec was tried with. */
    private final Set<String> probes = new HashSet<>();

    private final Set<String> payloads = new HashSet<>();

    Evidence(Findings findings, Optional<Matrix> matrix, Optional<LanguageMatrix> languages) {
        this.findings = findings;
        this.probed = matrix.isPresent();
        Map<String, String> settings = findings.run().info().settings();
        this.crossings = languages.map(known -> new Crossings(known, settings));
        this.opening = settings.containsKey(RunInfo.OPENS)
                || settings.getOrDefault("flags", "").contains("--add-opens");
        matrix.stream().flatMap(known -> known.checks().stream()).forEach(check -> {
            values.computeIfAbsent(new Matrix.Row(check.codec(), check.opened()), row -> new HashMap<>())
                    .put(check.value(), check);
            probes.add(check.value());
        });
        matrix.stream()
                .flatMap(known -> known.contracts().stream())
                .forEach(check -> contracts
                        .computeIfAbsent(check.contract(), contract -> new HashMap<>())
                        .put(check.codec(), check));
        findings.checks().forEach(check -> payloads.add(check.payload()));
    }

    /** Returns whether a trial or a fact decides the need. */
    public boolean judges(Need need) {
        if (need.travels()) {
            return !Collections.disjoint(probes, need.probes()) || !Collections.disjoint(payloads, need.payloads());
        } else if (!need.contracts().isEmpty()) {
            return contracts.keySet().containsAll(need.contracts());
        } else if (need == Need.LANGUAGES) {
            return crossings.filter(known -> known.judges(findings.codecs())).isPresent();
        }
        return need != Need.NO_FLAGS || probed || !opening && !findings.checks().isEmpty();
    }

    /** Returns a sentence on the trials or facts that decide the need. If there are none, it has the command that would decide it. */
    public String about(Need need) {
        if (!judges(need)) {
            return "This run cannot judge it. Run scripts/bench probe"
                    + (need == Need.LANGUAGES
                            ? " --languages"
                            : need.contracts().isEmpty() ? "" : " --contracts")
                    + " with the same jar and Java into the same results folder, then scripts/bench report.";
        } else if (need.travels()) {
            return (tried(need.probes(), probes, "Tried by probe: ")
                            + tried(need.payloads(), payloads, "Tried by this run: "))
                    .strip();
        } else if (!need.contracts().isEmpty()) {
            boolean any = need.contracts().stream()
                    .flatMap(contract -> contracts.getOrDefault(contract, Map.of()).values().stream())
                    .anyMatch(ContractCheck::probed);
            return (any ? "Tried by probe --contracts: " : "Declared by the libraries, not tried: ")
                    + String.join(", ", need.contracts()) + ".";
        } else if (need == Need.LANGUAGES) {
            return crossings.map(Crossings::about).orElseThrow();
        } else if (need == Need.NO_FLAGS) {
            return probed
                    ? "Tried by probe, in workers that open no packages."
                    : "Tried by this run, whose workers open no packages.";
        }
        return need.source();
    }

    /** Returns a sentence for each need that is not decided by this run or a probe of the same build. */
    public List<String> notes() {
        return crossings.filter(known -> judges(Need.LANGUAGES)).flatMap(Crossings::provenance).stream()
                .toList();
    }

    /** Returns a line with the names that were tried; empty if none was. */
    private static String tried(List<String> names, Set<String> tried, String lead) {
        String found = names.stream().filter(tried::contains).collect(Collectors.joining(", "));
        return found.isEmpty() ? "" : lead + found + ".\n";
    }

    /**
     * Returns whether a codec meets a need, and why.
     *
     * @param closed whether only trials in workers without opened packages count
     */
    public Ruling ruling(CodecFacts codec, Need need, boolean closed) {
        if (need.travels()) {
            return travels(codec.id(), need, closed);
        } else if (!need.contracts().isEmpty()) {
            return keeps(codec.id(), need);
        }
        return switch (need) {
            case NO_FLAGS -> withoutFlags(codec.id());
            case LANGUAGES -> crossings.map(known -> known.ruling(codec)).orElse(Ruling.UNKNOWN);
            default -> need.fact(codec);
        };
    }

    private Ruling travels(String codec, Need need, boolean closed) {
        Ruling alone = carried(row(codec, false), need.probes());
        Ruling sent = closed && opening ? Ruling.UNKNOWN : arrived(codec, need.payloads());
        if (alone.met() && sent.met()) {
            return Ruling.of(true, alone.why() + "\n" + sent.why());
        }
        // The run's own workers open no packages. If a value fails there, it may still arrive in a row that opens
        // packages.
        if (!closed && carried(row(codec, true), need.probes()).met()) {
            return Ruling.of(true, "probe carried all values, but only with --add-opens");
        }
        if (alone.answer() == Answer.UNKNOWN) {
            return sent;
        }
        return alone.met() && sent.answer() != Answer.UNKNOWN ? sent : alone;
    }

    private Map<String, ValueCheck> row(String codec, boolean opened) {
        return values.getOrDefault(new Matrix.Row(codec, opened), Map.of());
    }

    private static Ruling carried(Map<String, ValueCheck> row, List<String> wanted) {
        List<String> carried = new ArrayList<>();
        for (String value : wanted) {
            ValueCheck check = row.get(value);
            if (check != null && !check.outcome().carries()) {
                return Ruling.of(
                        false, "probe " + value + ": " + check.outcome().label() + Ruling.brackets(check.detail()));
            } else if (check != null) {
                carried.add(value);
            }
        }
        return carried.isEmpty() ? Ruling.UNKNOWN : Ruling.of(true, "probe carried " + String.join(", ", carried));
    }

    private Ruling arrived(String codec, List<String> wanted) {
        List<String> arrived = new ArrayList<>();
        for (String payload : wanted) {
            PairCheck check = findings.check(codec, payload);
            if (check != null && !check.exact()) {
                String how = check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                return Ruling.of(false, "payload " + payload + ": " + how + Ruling.brackets(check.detail()));
            } else if (check != null) {
                arrived.add(payload);
            }
        }
        return arrived.isEmpty() ? Ruling.UNKNOWN : Ruling.of(true, "this run carried " + String.join(", ", arrived));
    }

    private Ruling keeps(String codec, Need need) {
        List<String> yes = new ArrayList<>();
        for (String contract : need.contracts()) {
            ContractCheck check = contracts.getOrDefault(contract, Map.of()).get(codec);
            if (check == null) {
                return Ruling.UNKNOWN;
            }
            String answer = contract + ": " + check.answer() + (check.probed() ? "" : " (declared)");
            // An answer may have more words after the yes: "yes: MessagePack", "yes, where there is a reader".
            if (!check.answer().matches("(?s)yes([:,].*)?")) {
                return check.answer().equals("not declared")
                        ? new Ruling(Answer.UNKNOWN, answer)
                        : Ruling.of(false, answer + Ruling.brackets(check.detail()));
            }
            yes.add(answer);
        }
        return Ruling.of(true, String.join("\n", yes));
    }

    private Ruling withoutFlags(String codec) {
        Map<String, ValueCheck> alone = row(codec, false);
        Map<String, ValueCheck> opened = row(codec, true);
        boolean carries =
                alone.values().stream().anyMatch(check -> check.outcome().carries());
        boolean arrives = !opening
                && findings.checks().stream().anyMatch(check -> check.codec().equals(codec) && check.exact());
        if (!carries && !arrives) {
            return alone.isEmpty() && opened.isEmpty()
                    ? Ruling.UNKNOWN
                    : Ruling.of(false, "carries nothing without --add-opens");
        }
        long gained = opened.values().stream()
                .filter(check -> check.outcome().carries())
                .map(check -> alone.get(check.value()))
                .filter(check -> check != null && !check.outcome().carries())
                .count();
        return Ruling.of(
                true,
                "carries values in workers without flags"
                        + (gained == 0 ? "" : "; " + gained + " more of the probed values need --add-opens"));
    }
}
