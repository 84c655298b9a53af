package dev.pipemark.codecs.activej;

import dev.pipemark.api.UnsupportedShapeException;
import io.activej.serializer.def.SerializerDef;
import io.activej.serializer.def.SerializerDefs;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Definitions of the collections that ActiveJ knows. */
final class Collections {
    private Collections() {}

    /**
     * Returns the definition of a collection with its type arguments.
     *
     * @throws UnsupportedShapeException if ActiveJ does not know the class, or an argument has no definition
     */
    static SerializerDef define(ParameterizedType type, Definitions definitions) throws UnsupportedShapeException {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Map.class.isAssignableFrom(raw) && arguments.length == 2) {
            return map(raw, definitions.defineNullable(arguments[0]), definitions.defineNullable(arguments[1]));
        }
        if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
            return collection(raw, definitions.defineNullable(arguments[0]));
        }
        throw unknown(raw);
    }

    private static SerializerDef collection(Class<?> type, SerializerDef element) throws UnsupportedShapeException {
        if (type == List.class) {
            return SerializerDefs.ofList(element);
        }
        if (type == Collection.class) {
            return SerializerDefs.ofCollection(element, Collection.class, ArrayList.class);
        }
        if (type == ArrayList.class) {
            return SerializerDefs.ofCollection(element, ArrayList.class);
        }
        if (type == LinkedList.class) {
            return SerializerDefs.ofLinkedList(element);
        }
        if (type == Set.class) {
            return SerializerDefs.ofSet(element);
        }
        if (type == HashSet.class) {
            return SerializerDefs.ofHashSet(element, HashSet.class, HashSet.class);
        }
        if (type == LinkedHashSet.class) {
            return SerializerDefs.ofHashSet(element, LinkedHashSet.class, LinkedHashSet.class);
        }
        throw unknown(type);
    }

    private static SerializerDef map(Class<?> type, SerializerDef key, SerializerDef value)
            throws UnsupportedShapeException {
        if (type == Map.class) {
            return SerializerDefs.ofMap(key, value);
        }
        if (type == HashMap.class) {
            return SerializerDefs.ofHashMap(key, value, HashMap.class, HashMap.class);
        }
        if (type == LinkedHashMap.class) {
            return SerializerDefs.ofHashMap(key, value, LinkedHashMap.class, LinkedHashMap.class);
        }
        throw unknown(type);
    }

    private static UnsupportedShapeException unknown(Class<?> type) {
        return new UnsupportedShapeException("ActiveJ has no serializer for " + type.getName());
    }
}
