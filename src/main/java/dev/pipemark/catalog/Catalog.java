package dev.pipemark.catalog;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Compression;
import dev.pipemark.api.Payload;
import dev.pipemark.api.PayloadProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All codecs, compressions and payloads that providers list, by id. Each provider that cannot be loaded is one line in
 * {@link #broken}.
 */
public final class Catalog {
    /** The character between the id of a codec and the id of a compression. */
    private static final char COMPRESSED = '+';

    private static final Pattern ALLOWED = Pattern.compile("[^\\s,]+");
    private static final Pattern ALLOWED_COMPRESSION = Pattern.compile("[a-z0-9]+");

    private final Map<String, Codec> codecs = new LinkedHashMap<>();
    private final Map<String, Compression> compressions = new LinkedHashMap<>();
    private final Map<String, Payload<?>> payloads = new LinkedHashMap<>();
    private final Map<Object, String> providers = new IdentityHashMap<>();
    private final List<String> broken = new ArrayList<>();

    /** Finds the providers of payloads. {@code null} when they have been asked. */
    private @Nullable ClassLoader unasked;

    private Catalog() {}

    /**
     * Asks every provider that the loader finds.
     *
     * @throws IllegalStateException if two codecs, compressions or payloads have the same id, or if an id is not allowed
     */
    public static Catalog load(ClassLoader loader) {
        Catalog catalog = loadCodecs(loader);
        catalog.known();
        return catalog;
    }

    /**
     * Asks every provider of codecs that the loader finds. The providers of payloads are asked when a payload is first
     * needed: many workers need none, and start faster without. The catalogue is confined to one thread until then.
     *
     * @throws IllegalStateException if two codecs or compressions have the same id, or if an id is not allowed
     */
    public static Catalog loadCodecs(ClassLoader loader) {
        Catalog catalog = new Catalog();
        List<Compression> compressions = new ArrayList<>();
        catalog.collect(ServiceLoader.load(CodecProvider.class, loader), provider -> {
                    List<Codec> codecs = provider.codecs();
                    compressions.addAll(provider.compressions());
                    return codecs;
                })
                .forEach(codec -> add(catalog.codecs, codec.id(), codec, "codecs"));
        compressions.forEach(each -> add(catalog.compressions, each.id(), each, "compressions"));
        catalog.unasked = loader;
        return catalog;
    }

    /** Returns the payloads, after their providers have been asked. */
    private Map<String, Payload<?>> known() {
        ClassLoader loader = unasked;
        if (loader != null) {
            unasked = null;
            collect(ServiceLoader.load(PayloadProvider.class, loader), PayloadProvider::payloads)
                    .forEach(payload -> add(payloads, payload.id(), payload, "payloads"));
        }
        return payloads;
    }

    /**
     * Returns a catalogue that also lists these codecs with compression, each behind the codec that it compresses.
     *
     * @param ids such as {@code kryo+zstd}
     * @throws NoSuchElementException if there is no such compression. An id whose codec is not listed is ignored
     */
    public Catalog with(Collection<String> ids) {
        Catalog wider = new Catalog();
        codecs.forEach((id, codec) -> {
            wider.codecs.put(id, codec);
            ids.stream()
                    .filter(other -> other.startsWith(id + COMPRESSED) && !codecs.containsKey(other))
                    .forEach(other -> wider.codecs.put(other, codec(other)));
        });
        wider.compressions.putAll(compressions);
        wider.payloads.putAll(known());
        wider.providers.putAll(providers);
        wider.broken.addAll(broken);
        return wider;
    }

    /** Returns the codecs in the order of their providers' lists. */
    public List<Codec> codecs() {
        return List.copyOf(codecs.values());
    }

    /** Returns the ids of the compressions. */
    public List<String> compressions() {
        return List.copyOf(compressions.keySet());
    }

    /** Returns the payloads in the order of their providers' lists. */
    public List<Payload<?>> payloads() {
        return List.copyOf(known().values());
    }

    /**
     * Returns the codec with this id. It may be a codec with a compression: {@code kryo+zstd}.
     *
     * @throws NoSuchElementException if there is none
     */
    public Codec codec(String id) {
        int sign = id.indexOf(COMPRESSED);
        Codec listed = listed(id);
        if (sign < 0 || listed.id().equals(id)) {
            return listed;
        }
        String name = id.substring(sign + 1);
        Compression compression = compressions.get(name);
        if (compression == null) {
            throw new NoSuchElementException(
                    "there is no compression '" + name + "'; there are " + String.join(", ", compressions.keySet()));
        }
        return compression.of(listed);
    }

    /**
     * Returns the listed codec with this id. For the id of a codec with compression, returns the codec that is compressed.
     *
     * @throws NoSuchElementException if there is none
     */
    public Codec listed(String id) {
        Codec known = codecs.get(id);
        int sign = id.indexOf(COMPRESSED);
        return known != null ? known : find(codecs, sign < 0 ? id : id.substring(0, sign), "codec");
    }

    /**
     * Returns the payload with this id.
     *
     * @throws NoSuchElementException if there is none
     */
    public Payload<?> payload(String id) {
        return find(known(), id, "payload");
    }

    /**
     * Returns the class name of the provider that lists the payload.
     *
     * @throws NoSuchElementException if there is no payload with this id
     */
    public String provider(String payload) {
        return providers.getOrDefault(payload(payload), "unknown");
    }

    /** Returns one line for each provider that was asked and could not be loaded. */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    private static <T> T find(Map<String, T> known, String id, String kind) {
        T found = known.get(id);
        if (found == null) {
            throw new NoSuchElementException("no " + kind + " is called '" + id + "'; there are " + known.keySet());
        }
        return found;
    }

    private static <T> void add(Map<String, T> known, String id, T item, String kind) {
        if (!ALLOWED.matcher(id).matches()) {
            throw new IllegalStateException("'" + id + "' (" + item.getClass().getName()
                    + ") cannot be an id: white space and commas are not allowed");
        }
        if (kind.equals("compressions") && !ALLOWED_COMPRESSION.matcher(id).matches()) {
            throw new IllegalStateException("'" + id + "' (" + item.getClass().getName()
                    + ") cannot be the id of a compression: only lower-case letters and digits are allowed");
        }
        if (kind.equals("codecs") && id.indexOf('@') >= 0) {
            throw new IllegalStateException("'" + id + "' (" + item.getClass().getName()
                    + ") cannot be the id of a codec: @ stands between a codec and its arm");
        }
        T other = known.putIfAbsent(id, item);
        if (other != null) {
            throw new IllegalStateException("two " + kind + " are called '" + id + "': "
                    + other.getClass().getName() + " and " + item.getClass().getName() + "; rename one");
        }
    }

    private <P, T> List<T> collect(ServiceLoader<P> providers, Function<P, List<? extends T>> list) {
        List<T> found = new ArrayList<>();
        Iterator<P> each = providers.iterator();
        while (true) {
            try {
                if (!each.hasNext()) {
                    return found;
                }
                P provider = each.next();
                List<? extends T> listed = list.apply(provider);
                listed.forEach(
                        item -> this.providers.put(item, provider.getClass().getName()));
                found.addAll(listed);
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                broken.add("a provider could not be loaded: " + e);
            }
        }
    }
}
