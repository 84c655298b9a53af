package dev.pipemark.pool;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The function that a job's tasks run in the worker, in any of its forms. */
interface Target {
    /**
     * Runs the function.
     *
     * @throws Exception the exception of the function
     */
    @Nullable
    Object run(@Nullable Object[] arguments) throws Exception;

    /**
     * Returns the target for a function that was sent.
     *
     * @throws IllegalArgumentException if the object is not a function
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the job's shapes match the function
    static Target of(@Nullable Object function) {
        if (function instanceof Work<?, ?> work) {
            return arguments -> ((Work<Object, Object>) work).run(arguments[0]);
        }
        if (function instanceof Work0<?> work) {
            return arguments -> work.run();
        }
        if (function instanceof Work2<?, ?, ?> work) {
            return arguments -> ((Work2<Object, Object, Object>) work).run(arguments[0], arguments[1]);
        }
        if (function instanceof Work3<?, ?, ?, ?> work) {
            return arguments ->
                    ((Work3<Object, Object, Object, Object>) work).run(arguments[0], arguments[1], arguments[2]);
        }
        throw new IllegalArgumentException("a function was expected, but "
                + (function == null ? "null" : function.getClass().getName()) + " arrived");
    }

    /** Returns the target for a static method. */
    static Target of(Method method) {
        return arguments -> {
            try {
                return method.invoke(null, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception thrown) {
                    throw thrown;
                }
                if (e.getCause() instanceof Error thrown) {
                    throw thrown;
                }
                throw e;
            }
        };
    }

    /** Returns the target for tasks whose argument is the function. */
    static Target given() {
        return arguments -> of(arguments[0]).run(NOTHING);
    }

    Object[] NOTHING = {};
}
