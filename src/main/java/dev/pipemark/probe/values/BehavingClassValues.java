package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Instances of user classes with behaviour beyond their fields: hooks, accessors, interfaces of the JDK. */
final class BehavingClassValues {
    private BehavingClassValues() {}

    static List<Value<?>> values() {
        return Stream.of(hooks(), accessors(), contracts())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> value(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.CLASSES, summary, shape, maker);
    }

    private static List<Value<?>> hooks() {
        return List.of(
                value(
                        "externalizable",
                        "Externalizable, with a public no-argument constructor",
                        Shape.of(HookClasses.External.class, String.class),
                        () -> new HookClasses.External(30, "mm")),
                value(
                        "serialization-proxy",
                        "writeReplace to a proxy whose readResolve makes the object",
                        Shape.of(HookClasses.Period.class, HookClasses.Period.proxy()),
                        () -> new HookClasses.Period(10, 5)),
                value(
                                "singleton-read-resolve",
                                "a singleton kept one by readResolve",
                                Shape.of(HookClasses.Nothing.class, String.class),
                                () -> HookClasses.Nothing.INSTANCE)
                        .asks("== INSTANCE", nothing -> nothing == HookClasses.Nothing.INSTANCE),
                value(
                                "write-object-read-object",
                                "writeObject and readObject carry a transient int[]",
                                Shape.of(HookClasses.Derived.class, String.class, int[].class),
                                () -> new HookClasses.Derived("pi", 3, 1, 4, 1, 5))
                        .asks("sum()", HookClasses.Derived::sum),
                value(
                        "serial-persistent-fields",
                        "serialPersistentFields names a transient field and leaves out another",
                        Shape.of(HookClasses.Listed.class, String.class),
                        () -> new HookClasses.Listed("kept", 8, 9)),
                value(
                        "read-object-that-validates",
                        "readObject throws if the number is not a percentage",
                        Shape.of(HookClasses.Checked.class),
                        () -> new HookClasses.Checked(42)));
    }

    private static List<Value<?>> accessors() {
        return List.of(
                value(
                        "getter-that-computes",
                        "getArea() beside the fields width and height",
                        Shape.of(AccessorClasses.Computed.class),
                        () -> {
                            AccessorClasses.Computed area = new AccessorClasses.Computed();
                            area.setWidth(6);
                            area.setHeight(7);
                            return area;
                        }),
                value(
                        "getter-that-throws",
                        "getReply() throws IllegalStateException while there is none",
                        Shape.of(AccessorClasses.Throwing.class, String.class),
                        () -> {
                            AccessorClasses.Throwing exchange = new AccessorClasses.Throwing();
                            exchange.setRequest("ping");
                            return exchange;
                        }),
                value(
                        "boolean-getters",
                        "boolean isActive(), boolean getVisible(), Boolean isPaid()",
                        Shape.of(AccessorClasses.Flags.class, Boolean.class),
                        () -> {
                            AccessorClasses.Flags flags = new AccessorClasses.Flags();
                            flags.setActive(true);
                            flags.setVisible(true);
                            flags.setPaid(true);
                            return flags;
                        }));
    }

    private static List<Value<?>> contracts() {
        return List.of(
                value(
                        "own-cloneable",
                        "a Cloneable class with an array",
                        Shape.of(ContractClasses.Copying.class, int[].class),
                        () -> new ContractClasses.Copying(7, 8)),
                value(
                        "own-comparable",
                        "a Comparable class",
                        Shape.of(ContractClasses.Version.class),
                        () -> new ContractClasses.Version(17, 0)),
                value(
                        "equals-without-hash-code",
                        "a class with equals and no hashCode",
                        Shape.of(ContractClasses.EqualsOnly.class, String.class),
                        () -> new ContractClasses.EqualsOnly("k")),
                value(
                                "own-iterator",
                                "a class that implements Iterator, one step done",
                                Shape.of(ContractClasses.Countdown.class),
                                BehavingClassValues::countdown)
                        .asks("next()", ContractClasses.Countdown::next),
                value(
                                "own-iterable",
                                "a class that implements Iterable and has a name",
                                Shape.of(ContractClasses.Steps.class, String.class),
                                () -> new ContractClasses.Steps("down", 3))
                        .asks("its elements", BehavingClassValues::elements),
                value(
                        "own-map-entry",
                        "a class that implements Map.Entry and has one field more",
                        Shape.of(ContractClasses.Rated.class, String.class),
                        () -> new ContractClasses.Rated("tea", 5, "poll")),
                value(
                                "own-exception",
                                "a user's exception with fields and a cause",
                                Shape.of(
                                        ContractClasses.OutOfStockException.class,
                                        String.class,
                                        IllegalStateException.class),
                                BehavingClassValues::outOfStock)
                        .asks("getArticle()", ContractClasses.OutOfStockException::getArticle)
                        .asks("getMissing()", ContractClasses.OutOfStockException::getMissing));
    }

    private static ContractClasses.Countdown countdown() {
        ContractClasses.Countdown countdown = new ContractClasses.Countdown(5);
        countdown.next();
        return countdown;
    }

    private static List<Integer> elements(ContractClasses.Steps steps) {
        List<Integer> elements = new ArrayList<>();
        for (int step : steps) {
            elements.add(step);
        }
        return elements;
    }

    /** In a separate method, so that the exception's top stack frame has a fixed name. */
    private static ContractClasses.OutOfStockException outOfStock() {
        return new ContractClasses.OutOfStockException("bolts", 12, new IllegalStateException("truck is late"));
    }
}
