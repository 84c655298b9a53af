package dev.pipemark.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The outcome of one value that one codec sent to a program in another language and back.
 *
 * @param format the format of the messages, such as {@code msgpack}
 * @param there the outcome in the program
 * @param back the outcome of the value that the program sent back to Java
 */
public record LanguageCheck(String codec, String language, String format, String value, Leg there, Leg back) {
    /**
     * Returns one check for all values with the same name. For each way it has the worst outcome of these values, and the
     * number of values with this outcome.
     *
     * @param name returns the name under which a value is reported
     */
    public static List<LanguageCheck> worst(List<LanguageCheck> checks, Function<String, String> name) {
        Map<List<String>, List<LanguageCheck>> by = new LinkedHashMap<>();
        for (LanguageCheck check : checks) {
            by.computeIfAbsent(
                            List.of(check.codec(), check.language(), name.apply(check.value())),
                            key -> new ArrayList<>())
                    .add(check);
        }
        List<LanguageCheck> worst = new ArrayList<>();
        by.forEach((key, of) -> {
            LanguageCheck first = of.get(0);
            worst.add(new LanguageCheck(
                    first.codec(),
                    first.language(),
                    first.format(),
                    key.get(2),
                    worst(of.stream().map(LanguageCheck::there).toList()),
                    worst(of.stream().map(LanguageCheck::back).toList())));
        });
        return worst;
    }

    private static Leg worst(List<Leg> legs) {
        Leg worst = legs.get(0);
        for (Leg leg : legs) {
            worst = leg.worseThan(worst) ? leg : worst;
        }
        ValueOutcome outcome = worst.outcome();
        long such = legs.stream().filter(leg -> leg.outcome() == outcome).count();
        return such == legs.size() || outcome == null
                ? worst
                : new Leg(outcome, worst.detail() + " (" + such + " of " + legs.size() + " values)");
    }
}
