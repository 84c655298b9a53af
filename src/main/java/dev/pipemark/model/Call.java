package dev.pipemark.model;

import java.io.Serializable;
import java.util.List;

/**
 * A function as data: the class and the name of a static method of {@code long} arguments that returns a {@code long},
 * and the arguments it gets before the worker's own. This is how a codec that knows only data ships work.
 */
public record Call(String className, String method, List<Long> arguments) implements Serializable {}
