package dev.pipemark.model;

import java.io.Serializable;
import java.util.List;

/**
 * A function as data: the class and name of a static method, and its first arguments. The method takes {@code long}
 * arguments and returns a {@code long}. The worker's own argument comes last. A codec that carries only data can send
 * work in this form.
 */
public record Call(String className, String method, List<Long> arguments) implements Serializable {}
