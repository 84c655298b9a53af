package dev.pipemark.model;

import java.io.Serializable;

/** A tuple of three values, written as a record. */
public record Tuple(int first, String second, double third) implements Serializable {}
