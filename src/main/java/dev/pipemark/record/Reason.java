package dev.pipemark.record;

/**
 * Bounds a library's reason for a refusal. Some libraries explain an endless recursion step by step; others say the field
 * at the very end of a long path. So it is the middle that is left out.
 */
public final class Reason {
    /** Characters on record: a path through a hundred objects and more. */
    private static final int RECORDED = 8 * 1024;

    private Reason() {}

    /** In one line, as it is kept on record: all of it but for what no reader reads. */
    public static String recorded(String detail) {
        String line = line(detail);
        int over = line.length() - RECORDED;
        return over <= 0 ? line : halves(line, RECORDED, " … (" + over + " characters left out) … ");
    }

    /** In one line of so many characters, for a table or a terminal: its beginning, and more of its end. */
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
