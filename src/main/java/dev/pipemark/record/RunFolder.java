package dev.pipemark.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a run from its results folder. */
public final class RunFolder {
    /** The plan, written before the first fork. */
    public static final String INFO = "run.json";
    /** The results, one line each. The file may be packed by gzip; its name then ends in {@code .gz}. */
    public static final String JOURNAL = "journal.jsonl";

    private RunFolder() {}

    /** Returns whether the folder has any result. */
    public static boolean begun(Path folder) {
        return Packed.exists(folder.resolve(JOURNAL));
    }

    /**
     * Reads the plan and its results. A last line that was cut short is left out: it is the fork in flight at a kill or a
     * power cut. A run without an end, or with lines after its end, is {@link RunEnd#UNFINISHED}.
     *
     * @throws IOException if the folder holds no run, or if its journal is damaged elsewhere than at its end
     */
    public static Run read(Path folder) throws IOException {
        RunInfo info;
        try {
            info = Json.readInfo(folder.resolve(INFO));
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "there is no " + INFO + " in " + folder
                            + ": give the folder of one run, such as one of those below results/",
                    e);
        }
        List<PairCheck> checks = new ArrayList<>();
        List<PairSizes> sizes = new ArrayList<>();
        List<Fork> forks = new ArrayList<>();
        RunEnd end = RunEnd.UNFINISHED;
        for (JournalLine line : lines(folder.resolve(JOURNAL))) {
            end = RunEnd.UNFINISHED;
            if (line instanceof JournalLine.CheckLine check) {
                checks.add(check.check());
            } else if (line instanceof JournalLine.SizesLine size) {
                sizes.add(size.sizes());
            } else if (line instanceof JournalLine.ForkLine fork) {
                forks.add(fork.fork());
            } else if (line instanceof JournalLine.SittingLine sitting) {
                forks.addAll(sitting.forks());
            } else if (line instanceof JournalLine.EndLine ended) {
                end = ended.end();
            }
        }
        return new Run(info, checks, sizes, forks, end);
    }

    private static List<JournalLine> lines(Path journal) throws IOException {
        if (!Packed.exists(journal)) {
            return List.of();
        }
        String text = new String(Packed.read(journal), StandardCharsets.UTF_8);
        List<JournalLine> lines = new ArrayList<>();
        int number = 0;
        int from = 0;
        while (from < text.length()) {
            number++;
            int to = text.indexOf('\n', from);
            boolean whole = to >= 0;
            String line = text.substring(from, whole ? to : text.length());
            from = whole ? to + 1 : text.length();
            try {
                lines.add(Json.readLine(line));
            } catch (IllegalArgumentException e) {
                if (whole) {
                    throw new IOException(
                            journal + ", line " + number + ": " + e.getMessage()
                                    + "; correct or remove that line: the other lines stay valid",
                            e);
                }
            }
        }
        return lines;
    }
}
