package dev.pipemark.cli;

import dev.pipemark.yours.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about the user's own classes. */
final class YourOptions {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:\\.\\.(\\d{1,6}))?");
    private static final int DEEPEST = 32;

    @Option(
            names = "--class",
            paramLabel = "<type>",
            description =
                    "A class from a --user-jar or from Java: com.acme.Order, 'java.util.List<com.acme.Order>'. The"
                            + " suite creates values of it. May be repeated.")
    List<String> classes = new ArrayList<>();

    @Option(
            names = "--size",
            paramLabel = "<n..m>",
            description = "With --class: the number of elements of a collection, array or map; 2..6 by default.")
    @Nullable
    String size;

    @Option(
            names = "--null-share",
            paramLabel = "<share>",
            description = "With --class: the share of values in which a field is null, such as 0.1; 0 by default.")
    @Nullable
    Double nullShare;

    @Option(
            names = "--depth",
            paramLabel = "<n>",
            description = "With --class: the maximum number of objects inside each other in a value; 8 by default.")
    @Nullable
    Integer depth;

    /** Whether a class was named. */
    boolean asked() {
        return !classes.isEmpty();
    }

    /**
     * Returns the requested classes, and how their values are made.
     *
     * @throws UsageException if a number is out of range, or if one of these options is given without a class
     */
    Wish wish() throws UsageException {
        int fewest = Wish.USUAL.fewest();
        int most = Wish.USUAL.most();
        if (size != null) {
            Matcher range = RANGE.matcher(size.strip());
            if (!range.matches()) {
                throw new UsageException("--size takes two numbers, 2..6, or one, and not '" + size + "'");
            }
            fewest = Integer.parseInt(range.group(1));
            most = range.group(2) == null ? fewest : Integer.parseInt(range.group(2));
            if (most < fewest) {
                throw new UsageException("--size " + size + ": the first number must be the smaller one");
            }
        }
        double nulls = nullShare == null ? Wish.USUAL.nullShare() : nullShare;
        if (!(nulls >= 0 && nulls <= 1)) {
            throw new UsageException("--null-share takes a share from 0 to 1, such as 0.1, and not " + nulls);
        }
        int levels = depth == null ? Wish.USUAL.depth() : depth;
        if (levels < 1 || levels > DEEPEST) {
            throw new UsageException("--depth takes a number from 1 to " + DEEPEST + ", and not " + levels);
        }
        return new Wish(
                classes.stream().map(String::strip).distinct().toList(),
                "",
                fewest,
                most,
                nulls,
                levels,
                Wish.USUAL.implementations(),
                Wish.USUAL.samples());
    }

    /**
     * Requires that none of these options is given, because no class was named.
     *
     * @throws UsageException if one of them is given
     */
    void requireNone() throws UsageException {
        String alone = size != null ? "--size" : nullShare != null ? "--null-share" : depth != null ? "--depth" : "";
        if (!alone.isEmpty()) {
            throw new UsageException(alone + " needs --class, the class of the values");
        }
    }
}
