package dev.pipemark.codecs.activej;

import dev.pipemark.api.UnsupportedShapeException;
import io.activej.serializer.def.SerializerDef;
import io.activej.serializer.def.SerializerDefs;
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
     * Returns the definition of a collection.
     *
     * @param type the class without its type arguments
     * @param arguments the definitions of the type arguments
     * @throws UnsupportedShapeException if ActiveJ does not know the class
     */
    static SerializerDef define(Class<?> type, List<SerializerDef> arguments) throws UnsupportedShapeException {
        if (Map.class.isAssignableFrom(type) && arguments.size() == 2) {
            return map(type, arguments.get(0), arguments.get(1));
        }
        if (Collection.class.isAssignableFrom(type) && arguments.size() == 1) {
            return collection(type, arguments.get(0));
        }
        throw unknown(type);
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
