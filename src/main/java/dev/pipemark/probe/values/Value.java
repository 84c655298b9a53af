package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of value that users want to send: how it is created, the shape that a codec needs, and the questions about
 * the received value.
 *
 * <p>By default, a value is described by its classes, fields, elements and identity. Questions add behaviour that is
 * not visible, such as the threads that a lock excludes or the result of a function. They also replace a description by
 * fields if that would be wrong.
 *
 * @param <T> the declared type
 */
public final class Value<T> {
    /** Creates the value, with the same content in every JVM. */
    @FunctionalInterface
    public interface Maker<T> {
        /**
         * Creates the value.
         *
         * @param scope closes the resources of the value
         */
        T make(Scope scope) throws Exception;
    }

    /** Creates a value that holds nothing open. */
    @FunctionalInterface
    public interface Plain<T> {
        T make() throws Exception;
    }

    /** A question about a value. The answer is described like a value. An exception is also an answer. */
    @FunctionalInterface
    public interface Asked<T> {
        @Nullable
        Object of(T value) throws Exception;
    }

    /**
     * A named question.
     *
     * @param name the question in a reader's words: {@code "f(3)"}, {@code "another thread gets it"}
     * @param essential whether a different answer is silently wrong. Otherwise it is a loss.
     */
    public record Question<T>(String name, Asked<? super T> asked, boolean essential) {}

    private final String id;
    private final Group group;
    private final String summary;
    private final Shape<T> shape;
    private final Maker<T> maker;
    private final List<Question<T>> questions = new ArrayList<>();
    private boolean answersOnly;
    private String called = "";

    private Value(String id, Group group, String summary, Shape<T> shape, Maker<T> maker) {
        this.id = id;
        this.group = group;
        this.summary = summary;
        this.shape = shape;
        this.maker = maker;
    }

    /**
     * Returns a value that holds nothing open.
     *
     * @param id unique among all values: lower-case letters, digits and hyphens
     * @param summary a description, in Java syntax if possible: {@code "Arrays.asList(1, 2)"}
     * @param shape the type that a user would declare, and the classes that a user would register
     */
    public static <T> Value<T> of(String id, Group group, String summary, Shape<T> shape, Plain<? extends T> maker) {
        return new Value<>(id, group, summary, shape, scope -> maker.make());
    }

    /** Returns a value that holds something open. */
    public static <T> Value<T> holding(
            String id, Group group, String summary, Shape<T> shape, Maker<? extends T> maker) {
        return new Value<>(id, group, summary, shape, maker::make);
    }

    /** Adds an essential question: a different answer is silently wrong. */
    public Value<T> asks(String name, Asked<? super T> asked) {
        questions.add(new Question<>(name, asked, true));
        return this;
    }

    /** Adds a question beside the content, such as a capacity: a different answer is a loss. */
    public Value<T> notes(String name, Asked<? super T> asked) {
        questions.add(new Question<>(name, asked, false));
        return this;
    }

    /** Describes the value by its class and the answers alone, because its fields say nothing or are too deep. */
    public Value<T> byAnswers() {
        answersOnly = true;
        return this;
    }

    /** Sets the beginning of the paths to its fields and elements, such as {@code order} in {@code order.lines[3]}. */
    public Value<T> called(String name) {
        called = name;
        return this;
    }

    public String id() {
        return id;
    }

    public Group group() {
        return group;
    }

    public String summary() {
        return summary;
    }

    public Shape<T> shape() {
        return shape;
    }

    /** Creates a new value. */
    public T make(Scope scope) throws Exception {
        return maker.make(scope);
    }

    public List<Question<T>> questions() {
        return List.copyOf(questions);
    }

    /** Returns the beginning of the paths into the value. Empty if there is none. */
    public String called() {
        return called;
    }

    /** Whether only class and answers describe the value. */
    public boolean describedByAnswers() {
        return answersOnly;
    }
}
