package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of value that somebody wants to send: how it is made, what a codec must know of it beforehand, and what is to
 * be asked of whatever arrives.
 *
 * <p>By itself a value is described by its classes, fields, elements and identity. Questions add behaviour: what cannot be
 * seen (which object a lock excludes, what a function returns), or what must not be described by its fields.
 *
 * @param <T> the declared type
 */
public final class Value<T> {
    /** Makes the value, the same content in every JVM. */
    @FunctionalInterface
    public interface Maker<T> {
        /**
         * @param scope closes what the value holds open
         */
        T make(Scope scope) throws Exception;
    }

    /** Makes a value that holds nothing open. */
    @FunctionalInterface
    public interface Plain<T> {
        T make() throws Exception;
    }

    /** Asks something of a value; the answer is described like a value, and an exception is an answer too. */
    @FunctionalInterface
    public interface Asked<T> {
        @Nullable
        Object of(T value) throws Exception;
    }

    /**
     * One thing that is asked.
     *
     * @param name what is asked, in the words of a reader: {@code "f(3)"}, {@code "another thread gets it"}
     * @param essential whether another answer makes the value a wrong one; otherwise something was lost
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
     * A value that holds nothing open.
     *
     * @param id unique among all values: lower-case letters, digits and hyphens
     * @param summary what it is, in Java's own words where there are any: {@code "Arrays.asList(1, 2)"}
     * @param shape the type a user would declare, and the classes a user would register
     */
    public static <T> Value<T> of(String id, Group group, String summary, Shape<T> shape, Plain<? extends T> maker) {
        return new Value<>(id, group, summary, shape, scope -> maker.make());
    }

    /** A value that holds something open. */
    public static <T> Value<T> holding(
            String id, Group group, String summary, Shape<T> shape, Maker<? extends T> maker) {
        return new Value<>(id, group, summary, shape, maker::make);
    }

    /** Asks something without which the value is not what was sent: another answer is called silently wrong. */
    public Value<T> asks(String name, Asked<? super T> asked) {
        questions.add(new Question<>(name, asked, true));
        return this;
    }

    /** Asks something beside the content, such as a capacity: another answer is called a loss. */
    public Value<T> notes(String name, Asked<? super T> asked) {
        questions.add(new Question<>(name, asked, false));
        return this;
    }

    /** Has the value described by its class and the answers alone: its fields say nothing, or go too deep. */
    public Value<T> byAnswers() {
        answersOnly = true;
        return this;
    }

    /** Has the paths to its fields and elements begin with a name: {@code order.lines[3]}. */
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

    /** A new one. */
    public T make(Scope scope) throws Exception {
        return maker.make(scope);
    }

    public List<Question<T>> questions() {
        return List.copyOf(questions);
    }

    /** The name by which paths into it begin; empty for none. */
    public String called() {
        return called;
    }

    /** Whether only class and answers describe it. */
    public boolean describedByAnswers() {
        return answersOnly;
    }
}
