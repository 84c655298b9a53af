package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.record.ValueCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of values that arrive only if the JDK's packages are opened, and the packages that refusals name. */
final class Opening {
    static final String CONTRACT = "needs --add-opens";

    private static final Pattern PACKAGE = Pattern.compile("opens ([\\w.]+)\"");

    private Opening() {}

    /**
     * Counts the values.
     *
     * @param values the outcomes of values with and without opened packages, or empty if none was tried
     */
    static Finding find(Codec codec, List<ValueCheck> values) {
        if (codec.opens().isEmpty()) {
            return new Finding("no list of its own", "the codec asks for no packages, and was tried without any");
        }
        Set<String> carriedOpened = new HashSet<>();
        List<ValueCheck> closed = values.stream()
                .filter(check -> check.codec().equals(codec.id()))
                .filter(check -> !check.opened())
                .toList();
        values.stream()
                .filter(check -> check.codec().equals(codec.id()))
                .filter(check -> check.opened() && check.outcome().carries())
                .forEach(check -> carriedOpened.add(check.value()));
        if (closed.isEmpty()) {
            return new Finding("not tried", "no values were probed");
        }
        List<ValueCheck> gained = closed.stream()
                .filter(check -> !check.outcome().carries() && carriedOpened.contains(check.value()))
                .toList();
        Set<String> packages = new TreeSet<>();
        for (ValueCheck check : gained) {
            Matcher opens = PACKAGE.matcher(check.detail());
            while (opens.find()) {
                packages.add(opens.group(1));
            }
        }
        return new Finding(
                gained.isEmpty() ? "for no value" : "for " + gained.size() + " of " + closed.size() + " values",
                packages.isEmpty() ? "" : "refusals name " + String.join(", ", packages));
    }
}
