package dev.pipemark.record;

/**
 * Limits the length of a library's reason for a refusal. Some libraries list all steps of an endless recursion. Others
 * name the field at the end of a long path. Therefore the middle is left out.
 */
public final class Reason {
    /** The maximum number of recorded characters. It is enough for a path through more than a hundred objects. */
    private static final int RECORDED = 8 * 1024;

    private Reason() {}

    /** Returns a reason for the record, in one line. Only a very long one loses its middle. */
    public static String recorded(String detail) {
        String line = line(detail);
        int over = line.length() - RECORDED;
        return over <= 0 ? line : halves(line, RECORDED, " … (" + over + " characters left out) … ");
    }

    /**
     * Returns a reason for a table or a terminal, in one line of at most this many characters: its beginning, and more
     * of its end.
     */
    public static String shown(String detail, int length) {
        String line = line(detail);
        return line.length() <= length ? line : halves(line, length - 1, "…");
    }

    private static String halves(String line, int kept, String between) {
        int head = kept * 2 / 5;
        return line.substring(0, head) + between + line.substring(line.length() - (kept - head));
    }

    private static String line(String detail) {
        return detail.replaceAll("\\s+", " ").strip();
    }
}
