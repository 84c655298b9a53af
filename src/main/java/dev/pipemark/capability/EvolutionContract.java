package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.capability.ContractWorkers.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a bean arrives if its class has changed on the receiver's side. */
final class EvolutionContract implements Contract {
    private static final String LOST = "lost";
    private static final String WRONG = "silently wrong";
    private static final Set<String> BLANKS = Set.of("", "0", "0.0");

    /** The difference between the receiver's class and the sender's. */
    enum Change {
        ADDED("a field added", "More"),
        // Two versions, because a format by position does not notice that the last field is missing.
        REMOVED("a field removed", "Less", "Drop"),
        RENAMED("a field renamed", "Name"),
        WIDENED("a field widened (int to long)", "Wide");

        private final String label;
        private final List<String> versions;

        Change(String label, String... versions) {
            this.label = label;
            this.versions = List.of(versions);
        }
    }

    private final Change change;
    private final Path work;

    private EvolutionContract(Change change, Path work) {
        this.change = change;
        this.work = work;
    }

    /**
     * Returns one contract for each change.
     *
     * @param work the folder for the versions
     */
    static List<Contract> all(Path work) {
        return Arrays.stream(Change.values())
                .<Contract>map(change -> new EvolutionContract(change, work))
                .toList();
    }

    @Override
    public String name() {
        return change.label;
    }

    @Override
    public Finding find(Codec codec, ContractWorkers workers) {
        Reply encoded = workers.encoded(Specimens.BEAN);
        if (!encoded.fine()) {
            return encoded.finding();
        }
        Reply original = workers.described(Specimens.BEAN);
        Finding worst = new Finding("yes", "");
        for (String version : change.versions) {
            Role receiver = Role.receivingWith(codec, version, work);
            Reply arrived = workers.ask(
                    receiver, ContractService.ARRIVE, ContractService.about(Specimens.BEAN, true, encoded.content()));
            if (change != Change.ADDED) {
                // The rolling upgrade goes on with the worker that has the added field.
                workers.lose(receiver);
            }
            Finding found = arrived.fine() ? compare(change, original.place(), arrived.place()) : arrived.finding();
            if (worst.detail().isEmpty() || gravity(found) > gravity(worst)) {
                worst = found;
            }
        }
        return worst;
    }

    /** Ranks findings: a silent error is worse than a refusal. */
    static int gravity(Finding finding) {
        return switch (finding.answer()) {
            case "yes" -> 0;
            case LOST -> 2;
            case WRONG -> 3;
            default -> 1;
        };
    }

    /** Compares the received bean with the sent one, field by field. */
    static Finding compare(Change change, Place sent, Place arrived) {
        if (!arrived.type().equals(sent.type())) {
            return new Finding(WRONG, "arrives as " + arrived.type());
        }
        Map<String, Place> before = new LinkedHashMap<>();
        sent.parts().forEach(field -> before.put(field.label(), field));
        List<String> seen = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Place field : arrived.parts()) {
            Place was = before.get(field.label());
            if (was == null && change == Change.RENAMED) {
                was = before.get(".name");
            }
            String content = field.content();
            boolean blank = BLANKS.contains(content);
            String name = field.label().substring(1);
            if (was == null) {
                (blank ? seen : wrong).add(name + " is " + shown(field, false));
            } else if (was.content().equals(content)) {
                seen.add(name + " is " + shown(field, false));
            } else {
                boolean typed = !field.type().equals(was.type());
                (blank ? lost : wrong).add(name + " is " + shown(field, typed) + ", was " + shown(was, typed));
            }
        }
        if (!wrong.isEmpty()) {
            wrong.addAll(lost);
            return new Finding(WRONG, String.join("; ", wrong));
        }
        return lost.isEmpty()
                ? new Finding("yes", String.join("; ", seen))
                : new Finding(LOST, String.join("; ", lost));
    }

    private static String shown(Place field, boolean typed) {
        return field.isNothing() ? "null" : (typed ? "a " + field.type() + " " : "") + "'" + field.content() + "'";
    }
}
