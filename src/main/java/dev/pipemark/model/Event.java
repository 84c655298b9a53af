package dev.pipemark.model;

import java.io.Serializable;

/** A message of a mixed stream. Its class differs from message to message. */
public sealed interface Event extends Serializable {
    record Opened(String path, long at) implements Event {}

    record Changed(String path, int line, String text) implements Event {}

    record Moved(String from, String to, boolean overwrite) implements Event {}

    record Closed(long at) implements Event {}
}
