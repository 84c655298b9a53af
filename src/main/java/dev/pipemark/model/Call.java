package dev.pipemark.model;

import java.io.Serializable;
import java.util.List;

/**
 * A function as data: the class and name of a static method that takes {@code long} arguments and returns a
 * {@code long}, and the arguments that come before the worker's own. A codec that carries only data can ship work in
 * this form.
 */
public record Call(String className, String method, List<Long> arguments) implements Serializable {}
