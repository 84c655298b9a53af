package dev.pipemark.report.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report as it is read, before it is Markdown or HTML: the one view that both are written from. Texts are plain; the
 * writers escape them.
 */
public record Page(String title, List<Section> sections) {
    /**
     * @param id unique in the page, and safe in an address
     * @param level 2 for the page's own sections, 3 below them
     */
    public record Section(String id, int level, String title, List<Block> blocks) {}

    public sealed interface Block {}

    /**
     * @param id unique in the page
     * @param notes what a reader must know of the columns
     */
    public record Table(String id, String caption, List<Column> columns, List<Row> rows, List<String> notes)
            implements Block {}

    /**
     * @param id unique in the page, safe in an address, where a claim points here; else empty
     * @param facets what a reader may filter it by
     */
    public record Row(String id, Facets facets, List<Value> values) {}

    /** What a row is about; each is empty where a row is about none, or about several. */
    public record Facets(String family, String codec, String badge) {
        public static final Facets NONE = new Facets("", "", "");
    }

    /** What the numbers say, one statement a line, each with the rows it rests on. */
    public record Claims(List<Claim> claims) implements Block {}

    /**
     * @param text a whole statement
     * @param rests the tables or rows that it can be held against
     */
    public record Claim(String text, List<Link> rests) {}

    /**
     * @param label what is read
     * @param target the id of a section, figure, table or row of the same page
     */
    public record Link(String label, String target) {}

    /**
     * @param id unique in the page; the file below {@code charts} goes by it
     * @param description what the chart shows, for those who do not see it
     * @param draw the function of {@code pipemarkCharts}, in the scripts, that makes the options
     * @param width of the drawing, in pixels
     * @param height of the drawing, in pixels
     * @param data what that function is given, as JSON
     * @param table the id of the table that has its numbers
     * @param still whether it is drawn for Markdown and for readers without scripts as well; others are live only
     */
    public record Figure(
            String id,
            String title,
            String description,
            String draw,
            int width,
            int height,
            Map<String, Object> data,
            String table,
            boolean still)
            implements Block {}

    /**
     * @param code whether it is to be copied, as it stands
     */
    public record Lines(List<String> lines, boolean code) implements Block {
        public static Lines of(String... lines) {
            return new Lines(List.of(lines), false);
        }
    }

    public record Column(String title, boolean number) {}

    /**
     * @param text what the cell says
     * @param detail its interval; empty when there is none
     * @param order what it is sorted by, a number or a text
     */
    public record Value(String text, String detail, Object order) {
        public static final Value BLANK = new Value("", "", Double.NaN);

        public static Value text(String text) {
            return new Value(text, "", text);
        }

        public static Value number(String text, double order) {
            return text.isEmpty() ? BLANK : new Value(text, "", order);
        }

        /** Text and interval as a sentence has them. */
        public String words() {
            return detail.isEmpty() ? text : text + " " + detail;
        }
    }

    /** Each section of the page's own with those below it. */
    public List<List<Section>> chapters() {
        List<List<Section>> chapters = new ArrayList<>();
        for (Section section : sections) {
            if (section.level() == 2 || chapters.isEmpty()) {
                chapters.add(new ArrayList<>());
            }
            chapters.get(chapters.size() - 1).add(section);
        }
        return chapters;
    }

    /** Every chart in the page. */
    public List<Figure> figures() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
    }

    /** Letters, digits and hyphens only: what a name needs to be a file's, or an address's. Distinct names stay so. */
    public static String slug(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.equals(name) ? plain : plain + "-" + Integer.toHexString(name.hashCode());
    }
}
