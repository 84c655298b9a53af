package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Names;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Standing;
import dev.pipemark.report.rank.Standing.Entry;
import dev.pipemark.report.rank.Standing.Place;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Draws the cards of the first screen as one SVG, for Markdown, the README, and readers without scripts. */
final class CardsDrawing {
    /** The name of the file of the drawing. */
    static final String FILE = "answer.svg";

    /** The colours of a file, which follow those of the reader's system. */
    private static final String STYLE = """
            <style>
            svg { color: #24292f; background: #fff; }
            @media (prefers-color-scheme: dark) { svg { color: #d7dce2; background: #0f1419; } }
            </style>
            """;

    /** The characters that XML forbids even if escaped: control characters and lone surrogates. */
    private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

    private static final int WIDTH = 880;
    private static final int CARD = 430;
    private static final int GAP = 20;
    private static final int BARS = 6;
    private static final int LINE = 20;
    private static final int HEAD = 46;
    private static final int FOOT = 24;
    private static final int HEIGHT = HEAD + BARS * LINE + FOOT;

    /** The left end of the bars within a card, in pixels. */
    private static final int BAR = 150;

    /** The width of the widest interval, in pixels. */
    private static final int BAR_WIDTH = 180;

    private static final int NAME_LENGTH = 20;

    private final StringBuilder svg = new StringBuilder();

    private CardsDrawing() {}

    /** Returns the drawing for a page, whose colours it takes. It is empty if no family has a card. */
    static String of(Standings standings) {
        return new CardsDrawing().draw(standings, "");
    }

    /** Returns the drawing as a file with colours of its own. */
    static String file(Standings standings) {
        return new CardsDrawing().draw(standings, STYLE);
    }

    /** Returns a title, also for readers who cannot see the drawing. */
    static String title(Standings standings) {
        return "The fastest codecs on "
                + Names.list(
                        standings.cards().stream().map(Standings.Card::payload).toList());
    }

    private String draw(Standings standings, String style) {
        List<Standings.Card> cards = standings.cards();
        if (cards.isEmpty()) {
            return "";
        }
        int height = (cards.size() + 1) / 2 * (HEIGHT + GAP);
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"currentColor\" role=\"img\""
                        + " aria-labelledby=\"chart-answer-title chart-answer-desc\">\n",
                WIDTH, height, WIDTH, height);
        add("<title id=\"chart-answer-title\">%s</title>\n", escape(title(standings)));
        add("<desc id=\"chart-answer-desc\">%s</desc>\n", escape(Answers.sentence(standings, List.of())));
        svg.append(style);
        for (int index = 0; index < cards.size(); index++) {
            Standings.Card card = cards.get(index);
            int left = index % 2 * (CARD + GAP);
            int top = index / 2 * (HEIGHT + GAP);
            standings
                    .standing(card.measure(), card.payload(), List.of())
                    .ifPresent(standing -> card(card, standing, Answers.untrusted(standings, standing), left, top));
        }
        return svg.append("</svg>\n").toString();
    }

    private void card(Standings.Card card, Standing standing, String foot, int left, int top) {
        add("<g transform=\"translate(%d %d)\">\n", left, top);
        add("<text y=\"16\" font-weight=\"600\">%s · %s</text>\n", escape(card.family()), escape(card.payload()));
        add("<text y=\"34\" font-size=\"11\">%s</text>\n", escape(headline(standing)));
        List<Entry> shown = standing.entries().stream().limit(BARS).toList();
        double widest = shown.stream()
                .mapToDouble(entry -> entry.amount().hasInterval()
                        ? entry.amount().upper()
                        : entry.amount().value())
                .max()
                .orElse(1);
        for (int row = 0; row < shown.size(); row++) {
            bar(standing, shown.get(row), HEAD + row * LINE, BAR_WIDTH / widest);
        }
        add("<text y=\"%d\" font-size=\"11\">%s</text>\n", HEIGHT - 8, escape(foot));
        svg.append("</g>\n");
    }

    private void bar(Standing standing, Entry entry, int top, double scale) {
        Estimate amount = entry.amount();
        add("<text y=\"%d\">%s</text>\n", top + 12, escape(shortened(entry.codec())));
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\" rx=\"2\" fill=\"%s\"/>\n",
                BAR, top + 2, amount.value() * scale, standing.front().contains(entry) ? "#2f8f6b" : "#8ba8cc");
        if (amount.hasInterval()) {
            add(
                    "<path d=\"M%.1f %dH%.1f\" stroke=\"currentColor\"/>\n",
                    BAR + amount.lower() * scale, top + 8, BAR + amount.upper() * scale);
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
                CARD - 20, top + 12, escape(standing.measure().unit().brief(amount.value())));
        String mark = standing.ordered() && entry.place() == Place.BEST ? "▲" : Board.mark(entry.place());
        add("<text x=\"%d\" y=\"%d\">%s</text>\n", CARD - 14, top + 12, mark);
    }

    private static String headline(Standing standing) {
        String title = standing.measure().title()
                + (standing.measure().unit() == Measure.Unit.RATE ? ", messages per second" : "");
        long open = standing.front().stream()
                .filter(entry -> entry.place() == Place.OPEN)
                .count();
        return title
                + (standing.ordered() ? "" : ", too few rounds for an order")
                + (open == 0 ? "" : "; ? not distinguishable from ▲");
    }

    private static String shortened(String name) {
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH - 1) + "…";
    }

    private static String escape(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return ILLEGAL.matcher(escaped).replaceAll("\uFFFD");
    }

    private void add(String format, Object... parts) {
        svg.append(String.format(Locale.ROOT, format, parts));
    }
}
