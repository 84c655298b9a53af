package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Names;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Standing;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answer in sentences: which codec is fastest for each family, for the needs of a reader. The page's script makes the same
 * sentence.
 */
public final class Answers {
    /** A smaller factor has two decimals. */
    private static final double FINE = 1.995;

    /** A smaller factor has one decimal. */
    private static final double COARSE = 9.95;

    /** The width of a terminal. */
    private static final int COLUMNS = 80;

    private final Standings standings;
    private final Collection<Need> needs;
    private final Map<String, Standing> shown = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    private Answers(Standings standings, Collection<Need> needs) {
        this.standings = standings;
        this.needs = needs;
        for (Standings.Card card : standings.cards()) {
            Optional<Standing> standing = standings.standing(card.measure(), card.payload(), needs);
            standing.ifPresent(found -> shown.put(card.family(), found));
            if (standing.isEmpty()) {
                missing.add(card.family());
            }
        }
    }

    /** Returns a line for each family: the winner, and the next codec that is really slower. No line exceeds 80 columns. */
    public static List<String> lines(Standings standings) {
        List<String> lines = new ArrayList<>();
        for (Standings.Card card : standings.cards()) {
            standings
                    .standing(card.measure(), card.payload(), List.of())
                    .ifPresent(standing -> lines.add(line(card, standing)));
        }
        return lines;
    }

    private static String line(Standings.Card card, Standing standing) {
        String best = standing.best().codec();
        if (!standing.ordered()) {
            return fitting(card, best + " seen fastest, too few rounds for an order");
        }
        int others = standing.front().size() - 1;
        return fitting(
                card,
                best
                        + (others == 0 ? "" : " or " + Names.count(others, "other"))
                        + standing.next()
                                .map(entry -> ", ahead of " + entry.codec() + " × "
                                        + factor(entry.times().value()))
                                .orElse(standing.entries().size() == 1 ? ", the only one" : ", none really slower"));
    }

    /** Returns a line with the payload, or without it if there is no room. */
    private static String fitting(Standings.Card card, String text) {
        String whole = card.family() + " (" + card.payload() + "): " + text;
        return whole.length() <= COLUMNS ? whole : Names.brief(card.family() + ": " + text, COLUMNS);
    }

    public static String sentence(Standings standings, Collection<Need> needs) {
        return new Answers(standings, needs).sentence();
    }

    /** Returns a factor as the board prints it: {@code 1.07}, {@code 2.4}, {@code 31}. */
    static String factor(double times) {
        return String.format(Locale.ROOT, times < FINE ? "%.2f" : times < COARSE ? "%.1f" : "%,.0f", times);
    }

    /** Returns a factor with its interval: {@code 1.07 [0.90, 1.30]}. */
    public static String factor(Estimate times) {
        return factor(times.value())
                + (times.hasInterval() ? " [" + factor(times.lower()) + ", " + factor(times.upper()) + "]" : "");
    }

    /** Returns needs as a sentence names them: {@code functions and no JVM flags}. */
    static String titles(Collection<Need> needs) {
        return Names.list(needs.stream().map(Need::title).toList());
    }

    private String sentence() {
        if (standings.cards().isEmpty()) {
            return "No codec has been measured.";
        } else if (standings.admitted(needs).isEmpty()) {
            return "No codec of this run meets these needs: " + titles(needs) + ".";
        }
        String lead = needs.isEmpty() ? "" : "With " + titles(needs) + ": ";
        String text = fronts();
        List<String> open = shown.entrySet().stream()
                .filter(card -> !card.getValue().ordered())
                .map(Map.Entry::getKey)
                .toList();
        if (!open.isEmpty()) {
            text += (text.isEmpty() ? "" : "; ") + "too few rounds for an order"
                    + (text.isEmpty() ? "" : " of " + Names.list(open)) + ", fastest seen: "
                    + String.join(", ", open.stream().map(this::seen).toList());
        }
        String none = missing.isEmpty() || text.isEmpty()
                ? ""
                : "Nothing that meets them was measured for " + Names.list(missing) + ". ";
        if (lead.isEmpty() && text.startsWith("too few")) {
            text = Names.capital(text);
        }
        return (lead + (text.isEmpty() ? "no codec that meets them was measured" : text) + ". " + none + price())
                .strip();
    }

    /** Covers all families with few codecs: always with the codec that is in front for most of the remaining families. */
    private String fronts() {
        Map<String, Standing> rest = new LinkedHashMap<>(shown);
        rest.values().removeIf(standing -> !standing.ordered());
        boolean several = false;
        List<String> parts = new ArrayList<>();
        List<String> first = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<String> fronts = rest.values().stream()
                    .flatMap(standing -> standing.front().stream())
                    .map(Standing.Entry::codec)
                    .toList();
            Map<String, Integer> counts = new HashMap<>();
            fronts.forEach(codec -> counts.merge(codec, 1, Integer::sum));
            int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
            String codec = fronts.stream()
                    .filter(each -> counts.getOrDefault(each, 0) == most)
                    .findFirst()
                    .orElseThrow();
            List<String> families = new ArrayList<>();
            for (Map.Entry<String, Standing> card : rest.entrySet()) {
                List<String> names = card.getValue().front().stream()
                        .map(Standing.Entry::codec)
                        .toList();
                if (names.contains(codec)) {
                    families.add(card.getKey());
                    several |= names.size() > 1;
                }
            }
            rest.keySet().removeAll(families);
            if (first.isEmpty()) {
                first.addAll(List.of(codec, Names.list(families)));
            } else {
                parts.add("for " + Names.list(families) + " it is " + codec);
            }
        }
        if (first.isEmpty()) {
            return "";
        }
        parts.add(
                0,
                first.get(0) + " is the fastest" + (several ? ", or not distinguishable from the fastest," : "")
                        + " for " + first.get(1));
        return String.join("; ", parts);
    }

    private String seen(String family) {
        Standing standing = shown.get(family);
        return standing == null ? "" : standing.best().codec() + " for " + family;
    }

    /** Returns the cost of the needs, or without needs the cost of the slowest choice. */
    private String price() {
        if (needs.isEmpty()) {
            String worst = "";
            double most = 0;
            for (Map.Entry<String, Standing> card : shown.entrySet()) {
                for (Standing.Entry entry : card.getValue().entries()) {
                    if (entry.place() == Standing.Place.SLOWER && entry.times().value() > most) {
                        most = entry.times().value();
                        worst = "The slowest choice, " + entry.codec() + " for " + card.getKey() + ", costs "
                                + factor(most) + " times as much.";
                    }
                }
            }
            return worst;
        }
        List<String> costs = new ArrayList<>();
        for (Standings.Card card : standings.cards()) {
            standings
                    .cost(card.measure(), card.payload(), needs)
                    .ifPresent(cost -> costs.add("× " + factor(cost) + " for " + card.family()));
        }
        return !costs.isEmpty()
                ? "These needs cost " + Names.list(costs) + "."
                : shown.values().stream().anyMatch(Standing::ordered) ? "No cost of these needs is found." : "";
    }
}
