package dev.pipemark.codecs.hessianlite;

import com.alibaba.com.caucho.hessian.io.AbstractSerializerFactory;
import com.alibaba.com.caucho.hessian.io.CollectionSerializer;
import com.alibaba.com.caucho.hessian.io.Deserializer;
import com.alibaba.com.caucho.hessian.io.MapSerializer;
import com.alibaba.com.caucho.hessian.io.Serializer;
import com.alibaba.com.caucho.hessian.io.StringValueSerializer;
import java.math.BigInteger;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serializers for JDK classes whose private members Hessian-lite would use by reflection, which the JDK does not permit since
 * Java 16, and for collections that it would copy.
 */
@SuppressWarnings("rawtypes") // Hessian-lite's own signatures
final class JdkTypes extends AbstractSerializerFactory {
    private final Serializer texts = new StringValueSerializer();
    private final Serializer collections = new CollectionSerializer();
    private final Serializer maps = new MapSerializer();

    @Override
    public @Nullable Serializer getSerializer(Class type) {
        if (type == BigInteger.class) {
            return texts;
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
