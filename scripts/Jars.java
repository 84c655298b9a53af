import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Prints each jar of a class path: its file name, its size in bytes, and the day of its newest entry, which is the day when
 * the library was built for its release. The build writes these lines to {@code jars.txt}.
 *
 * <p>Many builds give all entries one time that never changes, so that equal sources make equal jars. Such a jar has no day.
 */
public final class Jars {
    /**
     * No library of the suite is older than this day. The constant times of builds are older: the format begins in 1980, and
     * Bazel uses 2010.
     */
    private static final int FIRST_YEAR = 2011;

    /** The parent POM of the Eclipse EE4J projects gives this day to all their releases. */
    private static final Set<LocalDate> CONSTANT = Set.of(LocalDate.of(2020, 12, 19));

    private Jars() {}

    public static void main(String[] arguments) throws IOException {
        for (String part : arguments[0].split(Pattern.quote(File.pathSeparator))) {
            File jar = new File(part);
            if (jar.isFile()) {
                System.out.println(jar.getName() + " : " + jar.length() + day(jar));
            }
        }
    }

    private static String day(File jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar)) {
            return zip.stream()
                    .map(ZipEntry::getTimeLocal)
                    .map(LocalDateTime::toLocalDate)
                    .max(Comparator.naturalOrder())
                    .filter(day -> day.getYear() >= FIRST_YEAR && !CONSTANT.contains(day))
                    .map(day -> " : " + day)
                    .orElse("");
        }
    }
}
