package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Instances of user classes, by the way they are created and by their fields. */
final class ClassValues {
    private ClassValues() {}

    static List<Value<?>> values() {
        return Stream.of(plain(), made(), inherited(), loose(), nested(), fields(), BehavingClassValues.values())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> value(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.CLASSES, summary, shape, maker);
    }

    private static List<Value<?>> plain() {
        return List.of(
                value(
                        "bean-serializable",
                        "a bean: private fields, getters and setters; Serializable",
                        Shape.of(PlainClasses.Bean.class, String.class),
                        () -> {
                            PlainClasses.Bean bean = new PlainClasses.Bean();
                            bean.setName("Ada");
                            bean.setAge(36);
                            return bean;
                        }),
                value(
                        "bean-not-serializable",
                        "the same bean, not Serializable",
                        Shape.of(PlainClasses.LooseBean.class, String.class),
                        () -> {
                            PlainClasses.LooseBean bean = new PlainClasses.LooseBean();
                            bean.setName("Ada");
                            bean.setAge(36);
                            return bean;
                        }),
                value(
                        "public-fields",
                        "public fields, no methods",
                        Shape.of(PlainClasses.PublicFields.class, String.class),
                        () -> {
                            PlainClasses.PublicFields point = new PlainClasses.PublicFields();
                            point.x = 3;
                            point.y = -4;
                            point.label = "corner";
                            return point;
                        }),
                value(
                        "final-fields",
                        "private final fields, set by the only constructor",
                        Shape.of(PlainClasses.FinalFields.class, String.class),
                        () -> new PlainClasses.FinalFields("High Street", 12)));
    }

    private static List<Value<?>> made() {
        return List.of(
                value(
                        "constructor-of-other-arguments",
                        "no default constructor; the only one has a parameter that is not a field",
                        Shape.of(PlainClasses.Parsed.class, String.class),
                        () -> new PlainClasses.Parsed("localhost:8080")),
                value(
                        "constructor-that-validates",
                        "a constructor that throws for (0, 0)",
                        Shape.of(PlainClasses.Validated.class),
                        () -> new PlainClasses.Validated(3, 9)),
                // Compared by its answers: a constructor that did not run is a loss, not other content.
                value(
                                "constructor-that-ran",
                                "a class that knows whether its constructor ran",
                                Shape.of(PlainClasses.Constructed.class, String.class),
                                () -> new PlainClasses.Constructed("made"))
                        .byAnswers()
                        .asks("getName()", PlainClasses.Constructed::getName)
                        .notes("a constructor ran", PlainClasses.Constructed::madeByConstructor),
                value(
                                "constructor-that-makes-transient",
                                "final transient List = new ArrayList<>(), needed by every method",
                                Shape.of(PlainClasses.Listening.class, String.class, ArrayList.class),
                                () -> new PlainClasses.Listening("weather"))
                        .asks("hear(\"rain\")", listening -> listening.hear("rain")),
                value(
                        "private-no-arg-constructor",
                        "a private no-argument constructor beside a public one",
                        Shape.of(PlainClasses.HiddenConstructor.class, String.class),
                        () -> new PlainClasses.HiddenConstructor("x17")),
                value(
                        "static-factory",
                        "an immutable value behind a static factory",
                        Shape.of(PlainClasses.Money.class, String.class),
                        () -> PlainClasses.Money.of(12, 34, "EUR")),
                value(
                        "builder-only",
                        "a class that only its builder makes",
                        Shape.of(
                                BuiltClasses.Mail.class,
                                String.class,
                                mail().getLines().getClass()),
                        ClassValues::mail),
                value(
                        "builder-itself",
                        "a builder in the middle of its work",
                        Shape.of(BuiltClasses.Mail.Builder.class, String.class, ArrayList.class),
                        () -> BuiltClasses.Mail.builder("bob").subject("hi").line("one")));
    }

    private static BuiltClasses.Mail mail() {
        return BuiltClasses.Mail.builder("bob")
                .subject("hello")
                .line("one")
                .line("two")
                .build();
    }

    private static List<Value<?>> inherited() {
        return List.of(
                value(
                        "inherited-fields",
                        "fields at each of three levels of inheritance",
                        Shape.of(InheritedClasses.Truck.class, String.class),
                        () -> {
                            InheritedClasses.Truck truck = new InheritedClasses.Truck();
                            truck.setOwner("Lee");
                            truck.setWheels(6);
                            truck.setLoad(7.5);
                            return truck;
                        }),
                value(
                        "inherited-field-of-same-name",
                        "a private field id in the superclass and another in the subclass",
                        Shape.of(InheritedClasses.SubAccount.class, String.class),
                        () -> new InheritedClasses.SubAccount("parent-1", "child-2")),
                value(
                        "inherited-from-not-serializable",
                        "a Serializable class whose superclass has state and is not",
                        Shape.of(InheritedClasses.Saved.class, String.class),
                        () -> {
                            InheritedClasses.Saved saved = new InheritedClasses.Saved();
                            saved.setRegion("north");
                            saved.setCount(5);
                            return saved;
                        }),
                value(
                        "field-of-abstract-type",
                        "a field declared as an abstract class",
                        Shape.of(InheritedClasses.Garage.class, InheritedClasses.Tower.class),
                        () -> {
                            InheritedClasses.Tower tower = new InheritedClasses.Tower();
                            tower.setFloors(7);
                            tower.setHeight(21.5);
                            InheritedClasses.Garage garage = new InheritedClasses.Garage();
                            garage.setBuilding(tower);
                            return garage;
                        }));
    }

    private static List<Value<?>> loose() {
        return List.of(
                value(
                        "field-of-interface-type",
                        "a field declared as an interface",
                        Shape.of(LooseFieldClasses.Player.class, LooseFieldClasses.Sine.class),
                        () -> {
                            LooseFieldClasses.Sine sine = new LooseFieldClasses.Sine();
                            sine.setFrequency(440);
                            LooseFieldClasses.Player player = new LooseFieldClasses.Player();
                            player.setTone(sine);
                            return player;
                        }),
                value(
                        "field-of-type-object",
                        "a field Object held = 7L",
                        Shape.of(LooseFieldClasses.Anything.class, Long.class),
                        () -> {
                            LooseFieldClasses.Anything anything = new LooseFieldClasses.Anything();
                            anything.setHeld(7L);
                            return anything;
                        }),
                value(
                        "field-of-type-variable",
                        "Box<Long>, with a field T held",
                        Shape.of(new TypeOf<LooseFieldClasses.Box<Long>>() {}, LooseFieldClasses.Box.class, Long.class),
                        () -> {
                            LooseFieldClasses.Box<Long> box = new LooseFieldClasses.Box<>();
                            box.setHeld(7L);
                            return box;
                        }));
    }

    private static List<Value<?>> nested() {
        return List.of(
                value(
                        "private-nested-class",
                        "an instance of a private static nested class",
                        Shape.of(
                                NestedClasses.Greeting.class,
                                NestedClasses.hidden("hi").getClass(),
                                String.class),
                        () -> NestedClasses.hidden("hello")),
                value(
                        "package-private-class",
                        "an instance of a package-private class",
                        Shape.of(NestedClasses.PackagePrivate.class),
                        () -> new NestedClasses.PackagePrivate(4)),
                value(
                                "inner-class",
                                "an inner class; its outer object is Serializable",
                                Shape.of(NestedClasses.Shop.Shelf.class, NestedClasses.Shop.class, String.class),
                                () -> new NestedClasses.Shop("corner").shelf(3))
                        .asks("label()", NestedClasses.Shop.Shelf::label),
                value(
                                "inner-class-of-not-serializable",
                                "a Serializable inner class; its outer object is not",
                                Shape.of(NestedClasses.Office.Desk.class, NestedClasses.Office.class, String.class),
                                () -> new NestedClasses.Office("annex").desk(3))
                        .asks("label()", NestedClasses.Office.Desk::label),
                value(
                                "anonymous-class",
                                "an anonymous Serializable class that captures a local variable",
                                Shape.of(
                                        NestedClasses.Greeting.class,
                                        NestedClasses.anonymous("hi").getClass(),
                                        String.class),
                                () -> NestedClasses.anonymous("hello"))
                        .asks("greet(\"Ada\")", greeting -> greeting.greet("Ada")),
                value(
                                "local-class",
                                "a class declared in a method, with a field and a captured variable",
                                Shape.of(
                                        NestedClasses.Greeting.class,
                                        NestedClasses.local("hi").getClass(),
                                        String.class),
                                () -> NestedClasses.local("hey"))
                        .asks("greet(\"Ada\")", greeting -> greeting.greet("Ada")));
    }

    private static List<Value<?>> fields() {
        return List.of(
                value(
                        "transient-field",
                        "a transient field beside one that is not",
                        Shape.of(FieldClasses.WithTransient.class, String.class),
                        () -> {
                            FieldClasses.WithTransient login = new FieldClasses.WithTransient();
                            login.setUser("ada");
                            login.setPassword("secret");
                            return login;
                        }),
                value("volatile-field", "a volatile field", Shape.of(FieldClasses.WithVolatile.class), () -> {
                    FieldClasses.WithVolatile holder = new FieldClasses.WithVolatile();
                    holder.setState(5);
                    return holder;
                }),
                value(
                        "final-field-with-constant",
                        "private final int version = 3, a constant to the compiler",
                        Shape.of(FieldClasses.WithConstant.class),
                        () -> {
                            FieldClasses.WithConstant holder = new FieldClasses.WithConstant();
                            holder.setSize(9);
                            return holder;
                        }),
                value(
                        "field-initializers-overwritten",
                        "fields that start at 3, \"fast\", [new] and were set to 0, \"\", []",
                        Shape.of(FieldClasses.WithInitializers.class, String.class, ArrayList.class),
                        () -> {
                            FieldClasses.WithInitializers settings = new FieldClasses.WithInitializers();
                            settings.setRetries(0);
                            settings.setMode("");
                            settings.setTags(new ArrayList<>());
                            return settings;
                        }),
                value(
                        "odd-field-names",
                        "fields _id, $price, URL, xAxis, clazz and isOpen, with accessors",
                        Shape.of(FieldClasses.OddNames.class, String.class),
                        ClassValues::oddNames),
                value(
                        "map-field-with-keys-of-own-class",
                        "fields Map<Integer, String> and Map<Cell, Double>",
                        Shape.of(
                                FieldClasses.Sheet.class,
                                HashMap.class,
                                Integer.class,
                                String.class,
                                FieldClasses.Cell.class,
                                Double.class),
                        ClassValues::sheet),
                value(
                                "field-holding-lambda",
                                "a field Supplier<String> holding a Serializable lambda",
                                Shape.of(FieldClasses.WithLambda.class, String.class, Integer.class),
                                () -> FieldClasses.WithLambda.repeating("ho", 3))
                        .asks("text()", FieldClasses.WithLambda::text),
                value(
                        "forty-fields",
                        "a class with 40 public fields",
                        Shape.of(WideClass.class, String.class),
                        WideClass::filled));
    }

    private static FieldClasses.OddNames oddNames() {
        FieldClasses.OddNames odd = new FieldClasses.OddNames();
        odd.set_id(1);
        odd.set$price(250);
        odd.setURL("https://example.org/");
        odd.setxAxis(-2);
        odd.setClazz("first");
        odd.setOpen(true);
        return odd;
    }

    private static FieldClasses.Sheet sheet() {
        FieldClasses.Sheet sheet = new FieldClasses.Sheet();
        sheet.getRows().put(1, "one");
        sheet.getRows().put(2, "two");
        sheet.getCells().put(new FieldClasses.Cell(1, 2), 0.5);
        sheet.getCells().put(new FieldClasses.Cell(2, 1), 1.5);
        return sheet;
    }
}
