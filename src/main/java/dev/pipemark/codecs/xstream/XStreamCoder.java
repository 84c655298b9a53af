package dev.pipemark.codecs.xstream;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.collections.CollectionConverter;
import com.thoughtworks.xstream.converters.collections.MapConverter;
import com.thoughtworks.xstream.io.xml.CompactWriter;
import com.thoughtworks.xstream.io.xml.MXParserDriver;
import com.thoughtworks.xstream.security.InterfaceTypePermission;
import com.thoughtworks.xstream.security.NoTypePermission;
import com.thoughtworks.xstream.security.NullPermission;
import com.thoughtworks.xstream.security.PrimitiveTypePermission;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.codecs.shared.ApplicationLoader;
import dev.pipemark.codecs.shared.Utf8Writer;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** XStream on a frame. The encoding is named, because XStream's own default depends on the machine. */
final class XStreamCoder<T> implements Coder<T> {
    private final XStream xstream;
    private final Utf8Writer writer = new Utf8Writer();

    private XStreamCoder(XStream xstream) {
        this.xstream = xstream;
    }

    /** Opens a coder that reads only text, boxed numbers and the classes of the shape. */
    static <T> Coder<T> open(Shape<T> shape) {
        XStream xstream = new XStream(new MXParserDriver());
        xstream.setClassLoader(ApplicationLoader.get());
        xstream.addPermission(NoTypePermission.NONE);
        xstream.addPermission(NullPermission.NULL);
        xstream.addPermission(PrimitiveTypePermission.PRIMITIVES);
        // An interface cannot be instantiated. The elements of lists and maps are named by their interface.
        xstream.addPermission(InterfaceTypePermission.INTERFACES);
        xstream.allowTypes(new Class<?>[] {String.class, ArrayList.class, HashSet.class, HashMap.class});
        for (Class<?> listed : shape.classes()) {
            // The elements of an array of arrays are arrays.
            for (Class<?> type = listed; type != null; type = type.getComponentType()) {
                xstream.allowTypes(new Class<?>[] {type});
            }
        }
        writeUnmodifiableAsPlain(xstream);
        return new XStreamCoder<>(xstream);
    }

    /** The JDK's own form of an unmodifiable collection can be read only if {@code java.util} is opened. */
    private static void writeUnmodifiableAsPlain(XStream xstream) {
        for (Class<?> list : List.of(
                List.of(1).getClass(),
                List.of(1, 2, 3).getClass(),
                Arrays.asList(1).getClass())) {
            xstream.addDefaultImplementation(list, List.class);
            xstream.registerConverter(new CollectionConverter(xstream.getMapper(), list));
        }
        for (Class<?> set : List.of(Set.of(1).getClass(), Set.of(1, 2, 3).getClass())) {
            xstream.addDefaultImplementation(set, Set.class);
            xstream.registerConverter(new CollectionConverter(xstream.getMapper(), set));
        }
        for (Class<?> map : List.of(Map.of(1, 1).getClass(), Map.of(1, 1, 2, 2).getClass())) {
            xstream.addDefaultImplementation(map, Map.class);
            xstream.registerConverter(new MapConverter(xstream.getMapper(), map));
        }
        // The last implementation that is added for an interface is the one that is read.
        xstream.addDefaultImplementation(ArrayList.class, List.class);
        xstream.addDefaultImplementation(HashSet.class, Set.class);
        xstream.addDefaultImplementation(HashMap.class, Map.class);
    }

    @Override
    public void encode(T value, Frame out) {
        xstream.marshal(value, new CompactWriter(writer.to(out)));
    }

    // The bytes name the class. The caller must know that it matches T.
    @SuppressWarnings("unchecked")
    @Override
    public T decode(Frame in) {
        return (T) xstream.fromXML(new InputStreamReader(in.input(), StandardCharsets.UTF_8));
    }
}
