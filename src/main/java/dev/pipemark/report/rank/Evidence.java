package dev.pipemark.report.rank;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.report.doc.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What was seen of codecs, by the matrix and by the run's own checks, held against what a reader needs. */
public final class Evidence {
    private static final String NOT_TRIED = "not tried";

    /**
     * @param met whether the codec has what is needed; not so where that is unknown
     * @param reason why not, in few words; empty when it is met
     */
    record Ruling(boolean met, String reason) {
        private static final Ruling MET = new Ruling(true, "");

        private static Ruling not(String reason) {
            return new Ruling(false, reason);
        }
    }

    private final Findings findings;
    /** Whether the matrix has rows of workers that open nothing. */
    private final boolean probed;
    /** Whether this run's own workers opened packages. */
    private final boolean opening;
    /** By codec, whether packages were opened, and value. */
    private final Map<String, Map<Boolean, Map<String, ValueCheck>>> values = new HashMap<>();
    /** By codec and contract. */
    private final Map<String, Map<String, ContractCheck>> contracts = new LinkedHashMap<>();

    public Evidence(Findings findings, Optional<Matrix> matrix) {
        this.findings = findings;
        this.probed = matrix.isPresent();
        Map<String, String> settings = findings.run().info().settings();
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

    /** Whether there is anything that it could be decided by. */
    public boolean decides(Need need) {
        if (need.travels()) {
            return !seen(need.probes(), this::anyValue).isEmpty()
                    || !seen(need.payloads(), this::anyCheck).isEmpty();
        } else if (!need.contracts().isEmpty()) {
            return seen(need.contracts(), this::anyContract).size()
                    == need.contracts().size();
        }
        return need != Need.NO_FLAGS || probed || !opening && !findings.checks().isEmpty();
    }

    /**
     * @param closed whether only what arrives without opened packages counts
     */
    Ruling answer(CodecFacts codec, Need need, boolean closed) {
        if (need.travels()) {
            return travels(codec.id(), need, closed);
        } else if (!need.contracts().isEmpty()) {
            return keeps(codec.id(), need);
        } else if (need == Need.NO_FLAGS) {
            return withoutFlags(codec.id());
        }
        String lacking = need.lacking(codec);
        return lacking.isEmpty() ? Ruling.MET : Ruling.not(lacking);
    }

    /** What an answer rests on, for the table. */
    public String used(Need need, boolean closed) {
        if (need.travels()) {
            List<String> used = new ArrayList<>();
            List<String> tried = seen(need.probes(), this::anyValue);
            List<String> sent = closed && opening ? List.of() : seen(need.payloads(), this::anyCheck);
            if (!tried.isEmpty()) {
                used.add("tried by probe" + (closed ? ", no packages opened" : "") + ": " + String.join(", ", tried));
            }
            if (!sent.isEmpty()) {
                used.add("tried by this run: " + String.join(", ", sent));
            }
            return String.join("; ", used);
        } else if (!need.contracts().isEmpty()) {
            boolean tried = contracts.values().stream()
                    .anyMatch(answers -> need.contracts().stream()
                            .map(answers::get)
                            .anyMatch(check -> check != null && check.probed()));
            return (tried ? "tried by probe" : "declared by the libraries, not tried") + ": "
                    + String.join(", ", need.contracts());
        } else if (need == Need.NO_FLAGS) {
            return probed
                    ? "tried by probe: rows without opened packages"
                    : "tried by this run, whose workers open no packages";
        }
        return need.source();
    }

    /** What is to be known of codecs that are let in: answers that say more than yes, {@code yes: JSON (a and b)}. */
    public List<String> conditions(Need need, List<String> codecs) {
        List<String> lines = new ArrayList<>();
        if (need == Need.NO_FLAGS) {
            codecs.stream()
                    .filter(codec -> gained(codec) > 0)
                    .forEach(codec -> lines.add(
                            codec + " carries " + gained(codec) + " of the probed values only with opened packages."));
        }
        for (String contract : need.contracts()) {
            Map<String, List<String>> byAnswer = new LinkedHashMap<>();
            for (String codec : codecs) {
                ContractCheck check = contracts.getOrDefault(codec, Map.of()).get(contract);
                if (check != null && (!check.answer().equals("yes") || !check.probed())) {
                    byAnswer.computeIfAbsent(
                                    check.answer() + (check.probed() ? "" : ", declared"), answer -> new ArrayList<>())
                            .add(codec);
                }
            }
            if (!byAnswer.isEmpty()) {
                lines.add(contract + ": "
                        + String.join(
                                "; ",
                                byAnswer.entrySet().stream()
                                        .map(entry -> entry.getKey() + " (" + Names.list(entry.getValue()) + ")")
                                        .toList())
                        + ".");
            }
        }
        return lines;
    }

    /** How many values arrive with opened packages and not without. */
    private long gained(String codec) {
        Map<Boolean, Map<String, ValueCheck>> rows = values.getOrDefault(codec, Map.of());
        Map<String, ValueCheck> alone = rows.getOrDefault(false, Map.of());
        return rows.getOrDefault(true, Map.of()).values().stream()
                .filter(check -> check.outcome().carries())
                .map(check -> alone.get(check.value()))
                .filter(check -> check != null && !check.outcome().carries())
                .count();
    }

    private Ruling travels(String codec, Need need, boolean closed) {
        Map<Boolean, Map<String, ValueCheck>> rows = values.getOrDefault(codec, Map.of());
        Ruling alone = carried(rows.getOrDefault(false, Map.of()), need.probes());
        Ruling sent = closed && opening ? Ruling.not(NOT_TRIED) : arrived(codec, need.payloads());
        if (alone.met() && sent.met()) {
            return alone;
        }
        // The run's own workers open nothing, so that their failure does not speak against a row that does.
        if (!closed && carried(rows.getOrDefault(true, Map.of()), need.probes()).met()) {
            return Ruling.MET;
        }
        if (alone.reason().equals(NOT_TRIED)) {
            return sent;
        }
        return alone.met() && !sent.reason().equals(NOT_TRIED) ? sent : alone;
    }

    private Ruling carried(Map<String, ValueCheck> row, List<String> wanted) {
        List<ValueCheck> tried =
                wanted.stream().filter(row::containsKey).map(row::get).toList();
        for (ValueCheck check : tried) {
            if (!check.outcome().carries()) {
                return Ruling.not(check.value() + " " + check.outcome().label());
            }
        }
        return tried.isEmpty() ? Ruling.not(NOT_TRIED) : Ruling.MET;
    }

    private Ruling arrived(String codec, List<String> wanted) {
        boolean tried = false;
        for (String payload : wanted) {
            PairCheck check = findings.check(codec, payload);
            if (check != null && !check.exact()) {
                return Ruling.not(payload + " "
                        + check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
            tried |= check != null;
        }
        return tried ? Ruling.MET : Ruling.not(NOT_TRIED);
    }

    private Ruling keeps(String codec, Need need) {
        for (String contract : need.contracts()) {
            ContractCheck check = contracts.getOrDefault(codec, Map.of()).get(contract);
            if (check == null) {
                return Ruling.not(NOT_TRIED);
            }
            if (!yes(check.answer())) {
                return Ruling.not(need.contracts().size() == 1 ? check.answer() : contract + ": " + check.answer());
            }
        }
        return Ruling.MET;
    }

    private Ruling withoutFlags(String codec) {
        Map<Boolean, Map<String, ValueCheck>> rows = values.getOrDefault(codec, Map.of());
        boolean carries = rows.getOrDefault(false, Map.of()).values().stream()
                .anyMatch(check -> check.outcome().carries());
        boolean arrives = !opening
                && findings.checks().stream().anyMatch(check -> check.codec().equals(codec) && check.exact());
        return carries || arrives
                ? Ruling.MET
                : Ruling.not(rows.isEmpty() ? NOT_TRIED : "carries nothing without opened packages");
    }

    /** {@code yes}, {@code yes: MessagePack}, {@code yes, where there is a reader}. */
    private static boolean yes(String answer) {
        return answer.equals("yes") || answer.startsWith("yes:") || answer.startsWith("yes,");
    }

    private static List<String> seen(List<String> wanted, Predicate<String> there) {
        return wanted.stream().filter(there).toList();
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
