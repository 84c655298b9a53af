package dev.pipemark.codecs.jboss;

import java.io.IOException;
import java.io.InvalidClassException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.marshalling.ClassTable;
import org.jboss.marshalling.Unmarshaller;
import org.jspecify.annotations.Nullable;

/** The classes of a shape by their position. A position takes one byte. Classes behind the 256th travel by name. */
final class ShapeTable implements ClassTable {
    private static final int MOST = 256;

    private final List<Class<?>> classes;
    private final Map<Class<?>, Writer> writers = new HashMap<>();

    ShapeTable(Collection<Class<?>> all) {
        classes = all.stream().limit(MOST).toList();
        for (int i = 0; i < classes.size(); i++) {
            int position = i;
            writers.put(classes.get(i), (marshaller, type) -> marshaller.writeByte(position));
        }
    }

    @Override
    public @Nullable Writer getClassWriter(Class<?> type) {
        return writers.get(type);
    }

    @Override
    public Class<?> readClass(Unmarshaller unmarshaller) throws IOException {
        int position = unmarshaller.readUnsignedByte();
        if (position >= classes.size()) {
            throw new InvalidClassException("the table of classes has no number " + position);
        }
        return classes.get(position);
    }
}
