package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A task as a top-level class: its input is in fields, its work in {@link #call}. */
public final class CountWords implements Callable<Integer>, Serializable {
    private static final long serialVersionUID = 1L;

    private final String word;
    private final List<String> words;

    public CountWords(String word, List<String> words) {
        this.word = word;
        this.words = new ArrayList<>(words);
    }

    public String getWord() {
        return word;
    }

    @Override
    public Integer call() {
        int count = 0;
        for (String each : words) {
            if (each.equals(word)) {
                count++;
            }
        }
        return count;
    }
}
