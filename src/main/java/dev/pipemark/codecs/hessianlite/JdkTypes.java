package dev.pipemark.codecs.hessianlite;

import com.alibaba.com.caucho.hessian.io.AbstractSerializerFactory;
import com.alibaba.com.caucho.hessian.io.CollectionSerializer;
import com.alibaba.com.caucho.hessian.io.Deserializer;
import com.alibaba.com.caucho.hessian.io.MapSerializer;
import com.alibaba.com.caucho.hessian.io.Serializer;
import com.alibaba.com.caucho.hessian.io.StringValueSerializer;
import com.alibaba.com.caucho.hessian.io.atomic.LongAdderSerializer;
import com.alibaba.com.caucho.hessian.io.socket.Inet4AddressSerializer;
import com.alibaba.com.caucho.hessian.io.socket.Inet6AddressSerializer;
import com.alibaba.com.caucho.hessian.io.socket.InetSocketAddressSerializer;
import com.alibaba.com.caucho.hessian.io.socket.URISerializer;
import com.alibaba.com.caucho.hessian.io.socket.UnixDomainSocketAddressSerializer;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Serializers for JDK classes whose private members Hessian-lite would use by reflection, which the JDK does not permit since
 * Java 16; for values that it does not count among the objects that references mean; and for collections that it would copy.
 */
@SuppressWarnings("rawtypes") // Hessian-lite's own signatures
final class JdkTypes extends AbstractSerializerFactory {
    private final Map<Class<?>, Serializer> values = Map.of(
            BigInteger.class, new StringValueSerializer(),
            URI.class, counted(new URISerializer()),
            LongAdder.class, counted(new LongAdderSerializer()),
            Inet4Address.class, counted(new Inet4AddressSerializer()),
            Inet6Address.class, counted(new Inet6AddressSerializer()),
            InetSocketAddress.class, countedLast(new InetSocketAddressSerializer()),
            UnixDomainSocketAddress.class, counted(new UnixDomainSocketAddressSerializer()));

    private final Serializer collections = new CollectionSerializer();
    private final Serializer maps = new MapSerializer();

    /**
     * Counts a value among the objects that references may mean, as the reader does. The library's own serializers of these
     * classes do not, so each later reference would mean another object.
     */
    private static Serializer counted(Serializer serializer) {
        return (value, out) -> {
            if (!out.addRef(value)) {
                serializer.writeObject(value, out);
            }
        };
    }

    /**
     * Counts a value behind the values in it, as the reader of socket addresses does. No reference can mean the value then:
     * each one becomes a copy.
     */
    private static Serializer countedLast(Serializer serializer) {
        return (value, out) -> {
            serializer.writeObject(value, out);
            out.addRef(new Object());
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
