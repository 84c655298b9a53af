package dev.pipemark.codecs.avro;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Permits Avro to use the classes that the schemas of opened codecs name. By default it permits some classes of
 * {@code java.lang} and {@code java.math} only. The permission holds for the whole JVM. It is safe, because schemas do
 * not travel: a message names no class.
 */
final class TrustedClasses {
    private static final List<String> CLASS_PROPERTIES =
            List.of(SpecificData.CLASS_PROP, SpecificData.KEY_CLASS_PROP, SpecificData.ELEMENT_PROP);

    /** The names of the trusted classes. As in schemas, a dot comes before the name of a nested class. */
    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> NAMES.contains(dotted(type.getName()))));
    }

    private TrustedClasses() {}

    static void addAllOf(Schema schema) {
        add(schema, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void add(Schema schema, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        for (String property : CLASS_PROPERTIES) {
            String name = schema.getProp(property);
            if (name != null) {
                NAMES.add(dotted(name));
            }
        }
        switch (schema.getType()) {
            case RECORD -> {
                NAMES.add(schema.getFullName());
                schema.getFields().forEach(field -> add(field.schema(), seen));
            }
            case ENUM, FIXED -> NAMES.add(schema.getFullName());
            case ARRAY -> add(schema.getElementType(), seen);
            case MAP -> add(schema.getValueType(), seen);
            case UNION -> schema.getTypes().forEach(type -> add(type, seen));
            default -> {}
        }
    }

    private static String dotted(String name) {
        return name.replace('$', '.');
    }
}
