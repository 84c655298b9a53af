package dev.pipemark.compare;

/** A fact that is not the same in two runs; {@code not recorded} where one of them lacks it. */
public record EnvironmentDifference(String what, String base, String candidate) {}
