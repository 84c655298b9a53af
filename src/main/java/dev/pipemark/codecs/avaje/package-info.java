/**
 * Avaje Jsonb. Its annotation processor writes an adapter for each class that is named here, and for the classes in it.
 * The adapters are in the package of the class, {@code dev.pipemark.model}: the processor has no option for that.
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
