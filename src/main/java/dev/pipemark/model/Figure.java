package dev.pipemark.model;

import java.io.Serializable;

/** A sealed family of figures. */
public sealed interface Figure extends Serializable {
    record Circle(double x, double y, double radius) implements Figure {}

    record Rectangle(double x, double y, double width, double height) implements Figure {}

    record Label(double x, double y, String text) implements Figure {}
}
