package dev.pipemark.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A binary tree; a missing branch is {@code null}. */
public record Tree(
        int key,
        String label,
        @Nullable Tree left,
        @Nullable Tree right) implements Serializable {}
