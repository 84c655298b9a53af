package dev.pipemark.model;

import java.io.Serializable;

/** A small record: one measurement of one sensor. */
public record Reading(int sensor, long timestamp, double value, String unit) implements Serializable {}
