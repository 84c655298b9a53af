package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.EvolvingBase;
import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that contracts are tried with: a bean, or the most similar value that the codec carries. */
final class Specimens {
    static final String BEAN = "bean";
    static final String LIST = "list of beans";
    static final String MAP = "Map<String, Integer>";
    /** Equal to {@link #MAP}, but filled in another order and with another capacity. */
    static final String REFILLED_MAP = "refilled Map<String, Integer>";

    static final String BYTES = "byte[]";
    static final String PAYLOAD = "media-content";

    /** The order of trial. Most codecs carry the first. The others serve codecs that do not. */
    static final List<String> LADDER = List.of(BEAN, MAP, PAYLOAD, BYTES);

    private static final int ENTRIES = 12;
    private static final int LARGE_TABLE = 1024;

    private Specimens() {}

    /** Returns the id of a specimen of the same kind with other content. */
    static String other(String specimen) {
        return "other " + specimen;
    }

    /**
     * Returns the specimens by id, without those of a payload.
     *
     * @param codec the codec for which a bean may have annotations
     */
    static Map<String, Value<?>> byId(Codec codec) {
        Map<String, Value<?>> all = new LinkedHashMap<>();
        beans(ClassVersions.base(codec), all);
        Shape<List<EvolvingBase>> list =
                Shape.of(new TypeOf<List<EvolvingBase>>() {}, ArrayList.class, EvolvingBase.class);
        add(
                all,
                Value.of(
                        LIST,
                        Group.CLASSES,
                        "",
                        list,
                        () -> new ArrayList<>(
                                List.of(bean(EvolvingBase.class, "a", 1), bean(EvolvingBase.class, "b", 2)))));
        Shape<Map<String, Integer>> map = Shape.of(new TypeOf<Map<String, Integer>>() {}, HashMap.class);
        add(all, Value.of(MAP, Group.CLASSES, "", map, () -> map(false)));
        add(all, Value.of(other(MAP), Group.CLASSES, "", map, () -> new HashMap<>(Map.of("one", 1))));
        add(all, Value.of(REFILLED_MAP, Group.CLASSES, "", map, () -> map(true)));
        Shape<byte[]> bytes = Shape.of(byte[].class);
        add(all, Value.of(BYTES, Group.CLASSES, "", bytes, () -> new byte[] {1, 2, 3}));
        add(all, Value.of(other(BYTES), Group.CLASSES, "", bytes, () -> new byte[] {4, 5, 6, 7, 8}));
        return all;
    }

    /** Returns the specimens of a payload of the suite by id. Few codecs need them. None if the catalog has no such payload. */
    static Map<String, Value<?>> ofPayload(Catalog catalog) {
        Map<String, Value<?>> all = new LinkedHashMap<>();
        catalog.payloads().stream()
                .filter(payload -> payload.id().equals(PAYLOAD))
                .forEach(payload -> {
                    add(all, value(payload, PAYLOAD, 1));
                    add(all, value(payload, other(PAYLOAD), 2));
                });
        return all;
    }

    private static void add(Map<String, Value<?>> all, Value<?> value) {
        all.put(value.id(), value);
    }

    private static <T> Value<T> value(Payload<T> payload, String id, long seed) {
        return Value.of(id, Group.CLASSES, "", payload.shape(), () -> payload.create(seed));
    }

    private static <T> void beans(Class<T> type, Map<String, Value<?>> all) {
        Shape<T> shape = Shape.of(type, ArrayList.class);
        add(all, Value.of(BEAN, Group.CLASSES, "", shape, () -> bean(type, "order", -123_456)));
        add(all, Value.of(other(BEAN), Group.CLASSES, "", shape, () -> bean(type, "a longer name than that", 7)));
    }

    private static <T> T bean(Class<T> type, String name, int count) throws ReflectiveOperationException {
        Constructor<T> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        T bean = constructor.newInstance();
        set(bean, "name", name);
        set(bean, "count", count);
        set(bean, "tags", new ArrayList<>(List.of("urgent", "fragile")));
        set(bean, "weight", 2.5);
        return bean;
    }

    private static void set(Object bean, String name, Object content) throws ReflectiveOperationException {
        Field field = bean.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(bean, content);
    }

    private static Map<String, Integer> map(boolean refilled) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            keys.add("key-" + i * i);
        }
        if (refilled) {
            Collections.reverse(keys);
        }
        Map<String, Integer> map = refilled ? new HashMap<>(LARGE_TABLE) : new HashMap<>();
        keys.forEach(key -> map.put(key, key.length()));
        return map;
    }
}
