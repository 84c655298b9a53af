package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches folders of earlier versions whose reports cannot be written again, or only without JMH's own options. */
class EarlierPlanTest {
    private static final String INFO = """
            {"id": "old", "preset": "custom",
             "commandLine": ["encode", "--preset", "standard", "--codecs=java", "-tu", "us", "--user-jar", "/my.jar", "-f", "3"],
             "seed": 1, "rounds": 3, "estimateSeconds": 9, "started": "2026-11-22T10:15:30Z",
             "settings": {"settling of both sides": "10000 ms at most", "-wi": "1", "-w": "200 ms", "-i": "5", "-r": "250 ms",
                          "order": "jmh", "pin": "same"},
             "environment": {}, "libraries": {}, "codecs": [], "payloads": [], "cells": [], "notes": []}
            """;

    @Test
    void aRunWithoutAPlanGetsOneFromItsCommandLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve(RunFolder.INFO), INFO);
        RunPlan plan = Json.readInfo(file).plan();
        assertThat(plan.jmh()).containsExactly("encode", "-tu", "us", "-f", "3");
        assertThat(plan.userJars()).containsExactly("/my.jar");
        assertThat(plan.times()).isEqualTo(new RunPlan.Times(10000, 1, 200, 5, 250));
        assertThat(plan.order()).isEqualTo("jmh");
        assertThat(plan.pin()).isEqualTo("same");
    }
}
