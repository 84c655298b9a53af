package dev.pipemark.codecs.hessianlite;

import com.alibaba.com.caucho.hessian.io.AbstractSerializerFactory;
import com.alibaba.com.caucho.hessian.io.CollectionSerializer;
import com.alibaba.com.caucho.hessian.io.Deserializer;
import com.alibaba.com.caucho.hessian.io.MapSerializer;
import com.alibaba.com.caucho.hessian.io.Serializer;
import com.alibaba.com.caucho.hessian.io.StringValueSerializer;
import com.alibaba.com.caucho.hessian.io.atomic.LongAdderSerializer;
import com.alibaba.com.caucho.hessian.io.socket.URISerializer;
import com.alibaba.com.caucho.hessian.io.socket.UnixDomainSocketAddressSerializer;
import java.math.BigInteger;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Serializers for JDK classes that Hessian-lite cannot carry by itself:
 *
 * <ul>
 *   <li>It would use private members by reflection. The JDK does not permit this since Java 16.
 *   <li>It gives some values no number. Later references then refer to other objects.
 *   <li>It would copy immutable collections.
 * </ul>
 */
@SuppressWarnings("rawtypes") // Hessian-lite's own signatures
final class JdkTypes extends AbstractSerializerFactory {
    private final Map<Class<?>, Serializer> values = Map.of(
            BigInteger.class, new StringValueSerializer(),
            URI.class, counted(new URISerializer()),
            LongAdder.class, counted(new LongAdderSerializer()),
            UnixDomainSocketAddress.class, counted(new UnixDomainSocketAddressSerializer()));

    private final Serializer collections = new CollectionSerializer();
    private final Serializer maps = new MapSerializer();

    /**
     * Gives each value a number to which references can refer, as the reader does. The library's own serializers of these
     * classes give none, so each later reference would refer to another object.
     */
    private static Serializer counted(Serializer serializer) {
        return (value, out) -> {
            if (!out.addRef(value)) {
                serializer.writeObject(value, out);
            }
        };
    }

    @Override
    public @Nullable Serializer getSerializer(Class type) {
        Serializer known = values.get(type);
        if (known != null) {
            return known;
        }
        if (type.getClassLoader() != null || EnumSet.class.isAssignableFrom(type)) {
            return null;
        }
        // Hessian-lite would write a copy of an immutable collection for each reference to it.
        if (Collection.class.isAssignableFrom(type)) {
            return collections;
        }
        return Map.class.isAssignableFrom(type) ? maps : null;
    }

    @Override
    public @Nullable Deserializer getDeserializer(Class type) {
        return null;
    }
}
