package dev.pipemark.api;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A named kind of value: its shape, a generator of seeded values, and a comparison of the sent with the received value.
 * A payload must hold no state.
 *
 * @param <T> the declared type of the values
 */
public interface Payload<T> {
    /**
     * Returns the name of this payload. No other payload may have it. It must consist of lower-case letters, digits and
     * hyphens.
     */
    String id();

    /** Returns the family that reports list this payload in. */
    Family family();

    /** Returns the shape of the values. */
    Shape<T> shape();

    /**
     * Creates a value. Equal seeds must give equal content in every JVM. Distinct seeds must give distinct values if
     * the type has enough of them.
     *
     * <p>A run checks the payload before any codec. It creates values twice in one process and again in another
     * process. If they are not {@link #same}, the run reports the payload as faulty and does not measure it.
     */
    T create(long seed);

    /**
     * Returns the approximate number of bytes that one value keeps alive. It must be the same in every JVM. A payload
     * should override this if creating a value allocates much more than the value keeps alive. By default, this method
     * returns an empty value. The suite then uses the number of bytes that {@link #create} allocates. The size decides how
     * many distinct values a benchmark cycles through.
     */
    default OptionalLong valueBytes() {
        return OptionalLong.empty();
    }

    /**
     * Uses a value in the worker. By default this returns the value itself. A payload of functions should call the
     * function with the argument and return its result.
     *
     * @throws Exception the exception of a called function
     */
    default @Nullable Object use(T arrived, long argument) throws Exception {
        return arrived;
    }

    /**
     * Returns the shape of the results of {@link #use}. A codec supports this payload only if it carries both shapes.
     */
    default Shape<?> reply() {
        return shape();
    }

    /**
     * Returns whether the received value is the same as the sent one. The answer must follow the contract of the
     * declared type. For example, two lists with equal elements are equal, whatever the classes of the lists are. A
     * payload about identity must compare identity.
     *
     * <p>A run calls this method with values of different seeds. If the values differ, but this method returns true for
     * all of them, the run reports the payload as faulty: such a payload would find no error in any codec.
     *
     * @param arrived the received value. It may be {@code null} or of any class.
     */
    boolean same(T sent, @Nullable Object arrived);

    /**
     * Returns one line that describes how the received value differs from the sent one. It is called only if they are
     * not {@link #same}. A payload may override it to name the place of the difference. By default it returns an empty
     * text, and the suite compares the printed forms of the two values.
     *
     * @param arrived the received value. It may be {@code null} or of any class.
     */
    default String difference(T sent, @Nullable Object arrived) {
        return "";
    }
}
