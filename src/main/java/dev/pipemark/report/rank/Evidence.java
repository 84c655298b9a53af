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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides whether a codec meets a need, by the matrix of values and by the run's own checks. */
public final class Evidence {
    private final Findings findings;
    private final Optional<Crossings> crossings;
    /** Whether there is a matrix, and so rows of workers that open nothing. */
    private final boolean probed;
    /** Whether this run's own workers opened packages. */
    private final boolean opening;
    /** By codec, whether packages were opened, and value. */
    private final Map<String, Map<Boolean, Map<String, ValueCheck>>> values = new HashMap<>();
    /** By codec and contract. */
    private final Map<String, Map<String, ContractCheck>> contracts = new HashMap<>();

    Evidence(Findings findings, Optional<Matrix> matrix, Optional<LanguageMatrix> languages) {
        this.findings = findings;
        this.probed = matrix.isPresent();
        Map<String, String> settings = findings.run().info().settings();
        this.crossings = languages.map(known -> new Crossings(known, settings));
        this.opening = settings.containsKey(RunInfo.OPENS)
                || settings.getOrDefault("flags", "").contains("--add-opens");
        matrix.ifPresent(known -> {
            known.checks()
                    .forEach(check -> values.computeIfAbsent(check.codec(), codec -> new HashMap<>())
                            .computeIfAbsent(check.opened(), opened -> new HashMap<>())
                            .put(check.value(), check));
            known.contracts()
                    .forEach(check -> contracts
                            .computeIfAbsent(check.codec(), codec -> new HashMap<>())
                            .put(check.contract(), check));
        });
    }

    /** Whether anything was tried that decides the need. */
    public boolean judges(Need need) {
        if (need.travels()) {
            return need.probes().stream().anyMatch(this::anyValue)
                    || need.payloads().stream().anyMatch(this::anyCheck);
        } else if (!need.contracts().isEmpty()) {
            return need.contracts().stream().allMatch(this::anyContract);
        }
        if (need == Need.LANGUAGES) {
            return crossings.filter(known -> known.judges(findings.codecs())).isPresent();
        }
        return need != Need.NO_FLAGS || probed || !opening && !findings.checks().isEmpty();
    }

    /** How the need is decided; where it is not, the command that would decide it. */
    public String about(Need need) {
        if (!judges(need)) {
            return "This run cannot judge it. Run scripts/bench probe"
                    + (need == Need.LANGUAGES
                            ? " --languages"
                            : need.contracts().isEmpty() ? "" : " --contracts")
                    + " with the same jar and Java into the same results folder, then scripts/bench report.";
        } else if (need.travels()) {
            List<String> used = new ArrayList<>();
            used.addAll(wanted(need.probes(), this::anyValue, "Tried by probe: "));
            used.addAll(wanted(need.payloads(), this::anyCheck, "Tried by this run: "));
            return String.join("\n", used);
        } else if (!need.contracts().isEmpty()) {
            return (anyProbed(need) ? "Tried by probe --contracts: " : "Declared by the libraries, not tried: ")
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

    /**
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
        Map<Boolean, Map<String, ValueCheck>> rows = values.getOrDefault(codec, Map.of());
        Ruling alone = carried(rows.getOrDefault(false, Map.of()), need.probes());
        Ruling sent = closed && opening ? Ruling.UNKNOWN : arrived(codec, need.payloads());
        if (alone.met() && sent.met()) {
            return Ruling.of(true, alone.why() + "\n" + sent.why());
        }
        // The run's own workers open nothing, so their failure does not speak against a row that opens packages.
        if (!closed && carried(rows.getOrDefault(true, Map.of()), need.probes()).met()) {
            return Ruling.of(true, "probe carried all values, but only with --add-opens");
        }
        if (alone.answer() == Answer.UNKNOWN) {
            return sent;
        }
        return alone.met() && sent.answer() != Answer.UNKNOWN ? sent : alone;
    }

    private static Ruling carried(Map<String, ValueCheck> row, List<String> wanted) {
        List<String> tried = wanted.stream().filter(row::containsKey).toList();
        for (String value : tried) {
            ValueCheck check = row.get(value);
            if (check != null && !check.outcome().carries()) {
                return Ruling.of(
                        false, "probe " + value + ": " + check.outcome().label() + Ruling.brackets(check.detail()));
            }
        }
        return tried.isEmpty() ? Ruling.UNKNOWN : Ruling.of(true, "probe carried " + String.join(", ", tried));
    }

    private Ruling arrived(String codec, List<String> wanted) {
        List<String> tried = new ArrayList<>();
        for (String payload : wanted) {
            PairCheck check = findings.check(codec, payload);
            if (check != null && !check.exact()) {
                String how = check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                return Ruling.of(false, "payload " + payload + ": " + how + Ruling.brackets(check.detail()));
            } else if (check != null) {
                tried.add(payload);
            }
        }
        return tried.isEmpty() ? Ruling.UNKNOWN : Ruling.of(true, "this run carried " + String.join(", ", tried));
    }

    private Ruling keeps(String codec, Need need) {
        List<String> yes = new ArrayList<>();
        for (String contract : need.contracts()) {
            ContractCheck check = contracts.getOrDefault(codec, Map.of()).get(contract);
            if (check == null) {
                return Ruling.UNKNOWN;
            }
            String answer = contract + ": " + check.answer() + (check.probed() ? "" : " (declared)");
            if (!yes(check.answer())) {
                return check.answer().equals("not declared")
                        ? new Ruling(Answer.UNKNOWN, answer)
                        : Ruling.of(false, answer + Ruling.brackets(check.detail()));
            }
            yes.add(answer);
        }
        return Ruling.of(true, String.join("\n", yes));
    }

    private Ruling withoutFlags(String codec) {
        Map<Boolean, Map<String, ValueCheck>> rows = values.getOrDefault(codec, Map.of());
        boolean carries = rows.getOrDefault(false, Map.of()).values().stream()
                .anyMatch(check -> check.outcome().carries());
        boolean arrives = !opening
                && findings.checks().stream().anyMatch(check -> check.codec().equals(codec) && check.exact());
        if (carries || arrives) {
            long gained = gained(rows);
            return Ruling.of(
                    true,
                    "carries values in workers without flags"
                            + (gained == 0 ? "" : "; " + gained + " more of the probed values need --add-opens"));
        }
        return rows.isEmpty() ? Ruling.UNKNOWN : Ruling.of(false, "carries nothing without --add-opens");
    }

    /** How many values arrive with opened packages and not without. */
    private static long gained(Map<Boolean, Map<String, ValueCheck>> rows) {
        Map<String, ValueCheck> alone = rows.getOrDefault(false, Map.of());
        return rows.getOrDefault(true, Map.of()).values().stream()
                .filter(check -> check.outcome().carries())
                .map(check -> alone.get(check.value()))
                .filter(check -> check != null && !check.outcome().carries())
                .count();
    }

    /** {@code yes}, {@code yes: MessagePack}, {@code yes, where there is a reader}. */
    private static boolean yes(String answer) {
        return answer.equals("yes") || answer.startsWith("yes:") || answer.startsWith("yes,");
    }

    private static List<String> wanted(List<String> wanted, Predicate<String> tried, String lead) {
        List<String> found = wanted.stream().filter(tried).toList();
        return found.isEmpty() ? List.of() : List.of(lead + String.join(", ", found) + ".");
    }

    private boolean anyProbed(Need need) {
        return contracts.values().stream()
                .flatMap(answers -> answers.values().stream())
                .anyMatch(check -> need.contracts().contains(check.contract()) && check.probed());
    }

    private boolean anyValue(String value) {
        return values.values().stream().flatMap(rows -> rows.values().stream()).anyMatch(row -> row.containsKey(value));
    }

    private boolean anyContract(String contract) {
        return contracts.values().stream().anyMatch(answers -> answers.containsKey(contract));
    }

    private boolean anyCheck(String payload) {
        return findings.checks().stream().anyMatch(check -> check.payload().equals(payload));
    }
}
