/**
 * Avaje Jsonb. Its annotation processor writes adapters for the classes that the annotation of this package names, and
 * for the classes of their fields. It writes them into the package of these classes, {@code dev.pipemark.model}. The
 * processor has no option for another package.
 */
@Json.Import({Call.class, MediaContent.class, Order.class, Reading.class, Tree.class, Tuple.class})
@Json.Import(
        value = Figure.class,
        subtypes = {
            @Json.SubType(type = Figure.Circle.class),
            @Json.SubType(type = Figure.Rectangle.class),
            @Json.SubType(type = Figure.Label.class)
        })
@Json.Import(
        value = Event.class,
        subtypes = {
            @Json.SubType(type = Event.Opened.class),
            @Json.SubType(type = Event.Changed.class),
            @Json.SubType(type = Event.Moved.class),
            @Json.SubType(type = Event.Closed.class)
        })
@NullMarked
package dev.pipemark.codecs.avaje;

import dev.pipemark.model.Call;
import dev.pipemark.model.Event;
import dev.pipemark.model.Figure;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Tree;
import dev.pipemark.model.Tuple;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
