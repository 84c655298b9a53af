package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Names;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Standing;
import dev.pipemark.report.rank.Standing.Entry;
import dev.pipemark.report.rank.Standing.Place;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The answer in sentences: which codec is fastest for each family, for the needs of a reader. The page's script makes the same
 * sentence.
 */
public final class Answers {
    /** A smaller factor has at least two decimals. */
    private static final double FINE = 1.995;

    /** A smaller factor has at least one decimal. */
    private static final double COARSE = 9.95;

    /** The most decimals that are added to tell a factor from its bounds. The data of the page are not more exact. */
    private static final int ADDED = 2;

    /** The codecs that a sentence names together. */
    private static final int NAMED = 5;

    private final Standings standings;
    private final Collection<Need> needs;
    private final Map<String, Standing> shown = new LinkedHashMap<>();

    /** The payloads of cards on which no codec that meets the needs was timed. */
    private final List<String> missing = new ArrayList<>();

    private Answers(Standings standings, Collection<Need> needs) {
        this.standings = standings;
        this.needs = needs;
        for (Standings.Card card : standings.cards()) {
            Optional<Standing> standing = standings.standing(card.measure(), card.payload(), needs);
            standing.ifPresent(found -> shown.put(card.family(), found));
            if (standing.isEmpty()) {
                missing.add(card.payload());
            }
        }
    }

    /**
     * Returns the answer for each family: the winner, the codecs that may be as fast, and the next that is slower. If the
     * winner must never read untrusted bytes, the fastest codec that may read them follows.
     */
    public static List<String> families(Standings standings) {
        return new Answers(standings, List.of())
                .shown.entrySet().stream()
                        .map(card -> (Names.capital(card.getKey()) + " ("
                                        + card.getValue().payload() + "): " + words(card.getValue()) + ". "
                                        + untrusted(standings, card.getValue()))
                                .strip())
                        .toList();
    }

    /** Names the fastest codec that may read untrusted bytes. Empty if the fastest of all codecs may read them. */
    static String untrusted(Standings standings, Standing all) {
        List<Need> need = List.of(Need.UNTRUSTED);
        if (standings.admitted(need).contains(all.best().codec())) {
            return "";
        }
        return standings
                .fastest(all.measure(), all.payload(), need)
                .map(entry -> "Fastest that may read untrusted bytes: " + beside(entry) + ".")
                .orElse("No codec that may read untrusted bytes was timed.");
    }

    /** Returns a codec with its cost over that of the best: {@code msgpack × 1.04 [0.96, 1.13]}. */
    static String beside(Entry entry) {
        return entry.codec() + (entry.times().known() ? " × " + factor(entry.times()) : ", not comparable");
    }

    private static String words(Standing standing) {
        String best = standing.best().codec();
        if (standing.entries().size() == 1) {
            return best + " is the only codec that was measured";
        } else if (!standing.ordered()) {
            return best + " was fastest, but the rounds are too few for an order";
        }
        StringBuilder words = new StringBuilder(best).append(" is the fastest");
        for (Place place : List.of(Place.TIED, Place.OPEN)) {
            List<String> others = standing.front().stream()
                    .filter(entry -> entry.place() == place)
                    .map(Entry::codec)
                    .toList();
            if (!others.isEmpty()) {
                words.append(place == Place.TIED ? ", tied with " : ", not distinguishable from ")
                        .append(named(others));
            }
        }
        return words.append(standing.next()
                        .map(entry -> (standing.front().size() > 1 ? ", and ahead of " : ", ahead of ") + entry.codec()
                                + ", which costs " + factor(entry.times())
                                + " times as much")
                        .orElse(", and no codec is certainly slower"))
                .toString();
    }

    private static String named(List<String> codecs) {
        if (codecs.size() <= NAMED) {
            return Names.list(codecs);
        }
        List<String> some = new ArrayList<>(codecs.subList(0, NAMED - 1));
        some.add(codecs.size() - some.size() + " others");
        return Names.list(some);
    }

    public static String sentence(Standings standings, Collection<Need> needs) {
        return new Answers(standings, needs).sentence();
    }

    /** Returns a factor as the board prints it: {@code 1.07}, {@code 2.4}, {@code 31}. */
    static String factor(double times) {
        return fixed(times, decimals(times));
    }

    /**
     * Returns a factor with its interval: {@code 1.07 [0.90, 1.30]}. All three have the same decimals, enough to tell the
     * factor from its bounds. An interval too narrow for that adds none.
     */
    public static String factor(Estimate times) {
        int least = decimals(times.value());
        if (!times.hasInterval()) {
            return fixed(times.value(), least);
        }
        return IntStream.rangeClosed(least, least + ADDED)
                .filter(decimals -> apart(times, decimals))
                .mapToObj(decimals -> fixed(times, decimals))
                .findFirst()
                .orElseGet(() -> fixed(times, least));
    }

    private static boolean apart(Estimate times, int decimals) {
        String value = fixed(times.value(), decimals);
        return !value.equals(fixed(times.lower(), decimals)) && !value.equals(fixed(times.upper(), decimals));
    }

    private static String fixed(Estimate times, int decimals) {
        return fixed(times.value(), decimals) + " [" + fixed(times.lower(), decimals) + ", "
                + fixed(times.upper(), decimals) + "]";
    }

    private static String fixed(double times, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", times);
    }

    private static int decimals(double times) {
        return times < FINE ? 2 : times < COARSE ? 1 : 0;
    }

    /** Returns needs as a sentence names them: {@code functions and no JVM flags}. */
    static String titles(Collection<Need> needs) {
        return Names.list(needs.stream().map(Need::title).toList());
    }

    private String sentence() {
        List<String> meeting = standings.admitted(needs);
        if (standings.cards().isEmpty()) {
            return "No codec has been measured.";
        } else if (meeting.isEmpty()) {
            return "No codec of this run meets "
                    + (needs.size() == 1 ? "this need" : needs.size() == 2 ? "both needs" : "all of these needs") + ": "
                    + titles(needs) + ".";
        }
        String lead = needs.isEmpty() ? "" : "With " + titles(needs) + ": ";
        String text = fronts();
        Map<String, Standing> open = new LinkedHashMap<>(shown);
        open.values().removeIf(Standing::ordered);
        if (!open.isEmpty()) {
            text += (text.isEmpty() ? "" : "; ") + "too few rounds for an order"
                    + (text.isEmpty() ? "" : " of " + Names.list(List.copyOf(open.keySet()))) + ", fastest seen: "
                    + open.entrySet().stream()
                            .map(card -> card.getValue().best().codec() + " for " + card.getKey())
                            .collect(Collectors.joining(", "));
        }
        String none = missing.isEmpty()
                ? ""
                : named(meeting) + (meeting.size() == 1 ? " meets " : " meet ")
                        + (needs.size() == 1 ? "this need" : "these needs") + ", but "
                        + (meeting.size() == 1 ? "was" : "were") + " not timed on " + Names.list(missing) + ". ";
        if (lead.isEmpty() && text.startsWith("too few")) {
            text = Names.capital(text);
        }
        return (lead + (text.isEmpty() ? "" : text + ". ") + none + price()).strip();
    }

    /** Covers all families with few codecs. Each step takes the codec in front for most of the remaining families. */
    private String fronts() {
        Map<String, Standing> rest = new LinkedHashMap<>(shown);
        rest.values().removeIf(standing -> !standing.ordered());
        boolean several =
                rest.values().stream().anyMatch(standing -> standing.front().size() > 1);
        StringBuilder text = new StringBuilder();
        while (!rest.isEmpty()) {
            Map<String, List<String>> families = new LinkedHashMap<>();
            rest.forEach((family, standing) -> standing.front()
                    .forEach(entry -> families.computeIfAbsent(entry.codec(), codec -> new ArrayList<>())
                            .add(family)));
            Map.Entry<String, List<String>> widest = families.entrySet().stream()
                    .max(Comparator.comparingInt(each -> each.getValue().size()))
                    .orElseThrow();
            String covered = Names.list(widest.getValue());
            if (text.isEmpty()) {
                text.append(widest.getKey())
                        .append(" is the fastest")
                        .append(several ? ", or not distinguishable from the fastest," : "")
                        .append(" for ")
                        .append(covered);
            } else {
                text.append("; ").append(widest.getKey()).append(" for ").append(covered);
            }
            rest.keySet().removeAll(widest.getValue());
        }
        return text.toString();
    }

    /** Returns the cost of the needs, or without needs the cost of the slowest choice. */
    private String price() {
        if (needs.isEmpty()) {
            return shown.entrySet().stream()
                    .flatMap(card -> card.getValue().entries().stream()
                            .filter(entry -> entry.place() == Place.SLOWER)
                            .map(entry -> Map.entry(card.getKey(), entry)))
                    .max(Comparator.comparingDouble(
                            slow -> slow.getValue().times().value()))
                    .map(slow -> "The slowest codec on these payloads, "
                            + slow.getValue().codec() + " for " + slow.getKey() + ", costs "
                            + factor(slow.getValue().times().value()) + " times as much.")
                    .orElse("");
        }
        List<String> costs = new ArrayList<>();
        for (Standings.Card card : standings.cards()) {
            standings
                    .cost(card.measure(), card.payload(), needs)
                    .ifPresent(cost -> costs.add("× " + factor(cost) + " for " + card.family()));
        }
        return !costs.isEmpty()
                ? "These needs cost " + Names.list(costs) + "."
                : shown.values().stream().anyMatch(Standing::ordered) ? "The run shows no cost of these needs." : "";
    }
}
