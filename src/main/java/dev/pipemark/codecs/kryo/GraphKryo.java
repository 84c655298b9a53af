package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.SerializerFactory.FieldSerializerFactory;
import com.esotericsoftware.kryo.serializers.ClosureSerializer;
import com.esotericsoftware.kryo.serializers.CollectionSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import com.esotericsoftware.kryo.serializers.MapSerializer;
import com.esotericsoftware.kryo.serializers.RecordSerializer;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import com.esotericsoftware.minlog.Log;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * Kryo with references and closures, and with java.io for classes that must write their own state. It needs no JVM
 * flags on Java 17 and 25, because {@code SerializedLambda} is not registered. Registering it would need a flag.
 */
@SuppressWarnings("rawtypes") // Kryo's own signatures
final class GraphKryo extends Kryo {
    /**
     * Collections that Kryo's general serializers restore completely. Others have comparators, bounds or no
     * constructor.
     */
    private static final Set<Class<?>> PLAIN_COLLECTIONS = Set.of(
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            HashSet.class,
            LinkedHashSet.class,
            HashMap.class,
            LinkedHashMap.class,
            ConcurrentHashMap.class);

    // One serializer for all classes, so that a message has one object stream and not one per class.
    private final Serializer<?> javaIo = new JavaSerializer();

    GraphKryo(ClassLoader loader) {
        setClassLoader(loader);
        setRegistrationRequired(false);
        setReferences(true);
        setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
        FieldSerializerFactory fields = new FieldSerializerFactory();
        // Anonymous and inner classes keep captured values in synthetic fields. By default, Kryo omits such fields.
        fields.getConfig().setIgnoreSyntheticFields(false);
        setDefaultSerializer(fields);
        register(Object[].class);
        register(Class.class);
        // Kryo warns on standard output that it finds the capturing class by name. Here that is intended.
        Log.set(Log.LEVEL_ERROR);
        register(ClosureSerializer.Closure.class, new ClosureSerializer());
        register(Nameless.class, javaIo);
    }

    @Override
    public Registration getRegistration(Class type) {
        Registration known = getClassResolver().getRegistration(type);
        if (known == null && (isProxy(type) || isClosure(type) && type.getClassLoader() == null)) {
            known = getClassResolver().getRegistration(Nameless.class);
        }
        return known != null ? known : super.getRegistration(type);
    }

    @Override
    public Serializer getDefaultSerializer(Class type) {
        Serializer chosen = super.getDefaultSerializer(type);
        return restores(chosen, type) ? chosen : javaIo;
    }

    /** Called for classes that Kryo would copy field by field. */
    @Override
    protected Serializer newDefaultSerializer(Class type) {
        return JavaIoClasses.writeThemselves(type) ? javaIo : super.newDefaultSerializer(type);
    }

    /** Whether the serializer that Kryo chose restores the whole state of the class. */
    private static boolean restores(Serializer<?> chosen, Class<?> type) {
        if (chosen.getClass() == CollectionSerializer.class || chosen.getClass() == MapSerializer.class) {
            return PLAIN_COLLECTIONS.contains(type)
                    || !JavaIoClasses.isJdk(type) && !Serializable.class.isAssignableFrom(type);
        }
        return !(chosen instanceof RecordSerializer) || !JavaIoClasses.writeThemselves(type);
    }

    /** Stands for classes that exist in one JVM only: proxies, and lambdas created by the JDK. */
    private static final class Nameless {}
}
