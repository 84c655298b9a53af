package dev.pipemark.remedies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each worker creates an expensive object once, since the object cannot be sent. The first message, the initializer,
 * requests this, as in Python's {@code multiprocessing.Pool}. Each task then carries only its own data.
 */
final class OncePerWorker implements Remedy {
    private static final List<String> WORDS = List.of("alpha", "beta", "gamma", "delta", "epsilon");

    /** Stands for an expensive object: a connection, a model, an index. */
    private static final class WordList {
        private final List<String> words;

        WordList(Path file) throws IOException {
            words = Files.readAllLines(file);
        }

        String word(String line) {
            return words.get(Integer.parseInt(line));
        }
    }

    /** WRONG: each task names the file of words, which is loaded for each task. */
    static final class EveryTime implements Role {
        private int made;

        @Override
        public String answer(byte[] message) throws IOException {
            String[] task = new String(message, StandardCharsets.UTF_8).split(" ", 2);
            WordList list = new WordList(Path.of(task[1]));
            made++;
            return list.word(task[0]) + ", lists made: " + made;
        }
    }

    /** Right: the first message names the file of words. Each later message is a task. */
    static final class Once implements Role {
        private @Nullable WordList list;
        private int made;

        @Override
        public String answer(byte[] message) throws IOException {
            String text = new String(message, StandardCharsets.UTF_8);
            if (list == null) {
                list = new WordList(Path.of(text));
                made++;
                return "ready";
            }
            return list.word(text) + ", lists made: " + made;
        }
    }

    @Override
    public String id() {
        return "once-per-worker";
    }

    @Override
    public String title() {
        return "Create an expensive object once per worker, not once per task";
    }

    @Override
    public String problem() {
        return "The value arrives, but it is made again for every task, and making it takes longer than the task";
    }

    @Override
    public List<Step> demonstrate(Path workDirectory) throws Exception {
        Transcript transcript = new Transcript();
        Path file = workDirectory.resolve("words.txt");
        Files.write(file, WORDS);
        int last = WORDS.size() - 1;
        try (Child child = Child.start(workDirectory, EveryTime.class)) {
            for (int task = 0; task < last; task++) {
                child.ask(task + " " + file);
            }
            transcript.shows(
                    "wrong: the last of five tasks; each task names the file of the list",
                    "epsilon, lists made: 5",
                    child.ask(last + " " + file));
        }
        try (Child child = Child.start(workDirectory, Once.class)) {
            transcript.shows("right: the initializer names the file of the list", "ready", child.ask(file.toString()));
            for (int task = 0; task < last; task++) {
                child.ask(Integer.toString(task));
            }
            transcript.shows(
                    "right: the last of five tasks; each uses the list of its worker",
                    "epsilon, lists made: 1",
                    child.ask(Integer.toString(last)));
        }
        return transcript.steps();
    }
}
