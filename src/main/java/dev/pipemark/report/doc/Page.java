package dev.pipemark.report.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as plain data, from which Markdown and HTML are written. Texts are plain, and the writers escape them. */
public record Page(String title, List<Section> sections) {
    /**
     * @param id unique in the page, and safe in an address
     * @param level 2 for top sections, 3 for their parts
     */
    public record Section(String id, int level, String title, List<Block> blocks) {}

    public sealed interface Block {}

    /**
     * @param id unique in the page, and safe in an address
     * @param rows each with a value for every column
     * @param notes explanations of the columns
     */
    public record Table(String id, String caption, List<Column> columns, List<List<Value>> rows, List<String> notes)
            implements Block {}

    /**
     * A chart of a table, which the page's scripts draw. Markdown has none.
     *
     * @param draw the name of a function of {@code pipemarkCharts} in the scripts, which makes the options of ECharts
     * @param description what the chart shows, also for readers who cannot see it
     * @param table with its numbers, which is on the page as well
     */
    public record Figure(String draw, String description, Table table) implements Block {}

    /**
     * A drawing in a file, for Markdown. HTML has the same drawing in its first screen.
     *
     * @param file the address of the drawing, relative to the page
     */
    public record Picture(String title, String file) implements Block {}

    /**
     * @param code whether the lines are code
     */
    public record Lines(List<String> lines, boolean code) implements Block {
        public static Lines of(String... lines) {
            return new Lines(List.of(lines), false);
        }
    }

    /**
     * @param number whether its values begin with a number; they are then sorted by it
     */
    public record Column(String title, boolean number) {}

    /**
     * @param detail shown after the text in smaller letters, such as an interval; may be empty
     */
    public record Value(String text, String detail) {
        public static final Value BLANK = text("");

        public static Value text(String text) {
            return new Value(text, "");
        }

        /** Returns text and detail in one. */
        public String words() {
            return detail.isEmpty() ? text : text + " " + detail;
        }
    }

    /** Returns the page with more sections before and after its own. */
    public Page with(List<Section> first, List<Section> last) {
        List<Section> all = new ArrayList<>(first);
        all.addAll(sections);
        all.addAll(last);
        return new Page(title, all);
    }

    /** Returns each top section with its parts. */
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

    /** Returns every chart of the page. */
    public List<Figure> figures() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
    }

    /** Returns a name of letters, digits and hyphens, for files and addresses. Distinct names stay distinct. */
    public static String slug(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.equals(name) ? plain : plain + "-" + Integer.toHexString(name.hashCode());
    }
}
