package dev.pipemark.run;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Libraries;
import dev.pipemark.api.Payload;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.record.Carrying;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Making;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.record.Run;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The codecs and payloads of the suite and of users' jars. They are only listed here. They run in forks and workers.
 *
 * @param opens the flags that open packages of the JDK to the users' codecs that need them, by codec
 */
public record Stock(Catalog catalog, Offer offer, UserJars jars, Map<String, List<String>> opens) {
    /**
     * Returns the stock with users' jars.
     *
     * @throws IllegalArgumentException if a jar cannot be used, or if two codecs or payloads have the same id
     */
    public static Stock with(List<Path> userJars) {
        return with(userJars, List.of());
    }

    /**
     * Returns the stock with users' jars, and with compressed codecs behind the codecs that they compress.
     *
     * @param patterns the codecs that the user names. Those with compression are added, such as {@code kryo*+zstd}.
     * @throws IllegalArgumentException if a jar cannot be used, if two codecs or payloads have the same id, or if a named
     *     compression or its codec does not exist
     */
    public static Stock with(List<Path> userJars, List<String> patterns) {
        UserJars jars = UserJars.of(userJars);
        ClassLoader own = Stock.class.getClassLoader();
        Catalog provided = catalog(loader(userJars));
        requireWhole(provided, own, userJars);
        Catalog catalog = provided.with(Variants.of(patterns, provided));
        List<Codec> outside = catalog.codecs().stream()
                .filter(codec -> provided.listed(codec.id()).getClass().getClassLoader() != own)
                .toList();
        Offer offer = new Offer(
                catalog.codecs().stream().map(codec -> facts(codec, jars)).toList(),
                catalog.payloads().stream()
                        .map(payload ->
                                new PayloadFacts(payload.id(), payload.family().label()))
                        .toList(),
                outside.stream().map(Codec::id).toList(),
                catalog.payloads().stream()
                        .filter(payload -> payload.getClass().getClassLoader() != own)
                        .map(Payload::id)
                        .toList(),
                catalog.codecs().stream().collect(Collectors.toMap(Codec::id, Codec::standsFor)),
                catalog.codecs().stream().collect(Collectors.toMap(Codec::id, Stock::needs)));
        Map<String, List<String>> opens = new LinkedHashMap<>();
        for (Codec codec : outside) {
            if (!codec.opens().isEmpty()) {
                opens.put(codec.id(), opening(codec));
            }
        }
        return new Stock(catalog, offer, jars, opens);
    }

    /**
     * Returns a loader for the classes of a user's jars and of the suite.
     *
     * @throws IllegalArgumentException if a jar cannot be named in a class path
     */
    public static ClassLoader loader(List<Path> userJars) {
        ClassLoader own = Stock.class.getClassLoader();
        List<URL> urls = new ArrayList<>();
        for (Path jar : userJars) {
            try {
                urls.add(jar.toAbsolutePath().toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("--user-jar " + jar + ": " + e.getMessage());
            }
        }
        return urls.isEmpty() ? own : new URLClassLoader(urls.toArray(URL[]::new), own);
    }

    /** Loads the catalogue as in forks and workers: the loader is also that of the thread. */
    private static Catalog catalog(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return Catalog.load(loader);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Returns the flags of a JVM that open to a codec the packages that it asks for. */
    public static List<String> opening(Codec codec) {
        return codec.opens().stream()
                .map(each -> "--add-opens=" + each + "=ALL-UNNAMED")
                .toList();
    }

    private static Set<String> needs(Codec codec) {
        Set<String> artifacts = new HashSet<>(codec.artifacts());
        artifacts.add(codec.library());
        return Libraries.needs(artifacts);
    }

    /** Returns the same stock with the time that it takes to make the values of some payloads. */
    public Stock with(Map<String, Making> makings) {
        return new Stock(catalog, offer.with(makings), jars, opens);
    }

    /** Returns the same stock with the times of codecs that carried some payloads in a probe. */
    public Stock carrying(Map<String, Carrying> times) {
        return new Stock(catalog, offer.carrying(times), jars, opens);
    }

    /** Returns the user's jars. */
    public List<Path> userJars() {
        return jars.paths();
    }

    /** Returns the class path of forks and workers. */
    public String classPath() {
        return jars.classPath();
    }

    /**
     * Returns a run with the sizes of its codecs' jars. If a codec of the run has no sizes, it gets the sizes of the same
     * codec in this stock. For this, its library must have the same version, or be the JDK.
     */
    public Run withJars(Run run) {
        Map<String, CodecFacts> here =
                offer.codecs().stream().collect(Collectors.toMap(CodecFacts::id, Function.identity()));
        List<CodecFacts> codecs = run.info().codecs().stream()
                .map(codec -> {
                    CodecFacts same = here.get(codec.id());
                    return codec.jars() == null
                                    && same != null
                                    && same.library().equals(codec.library())
                                    && (same.library().equals(Libraries.JDK)
                                            || same.version().equals(codec.version()))
                            ? codec.jars(same.jars())
                            : codec;
                })
                .toList();
        return new Run(run.info().withCodecs(codecs), run.checks(), run.sizes(), run.forks(), run.end());
    }

    /** Returns the flags that open packages to these codecs. */
    Map<String, List<String>> opens(Set<String> codecs) {
        Map<String, List<String>> some = new LinkedHashMap<>(opens);
        some.keySet().retainAll(codecs);
        return some;
    }

    /**
     * Returns the differences from a run of the suite alone, one line each.
     *
     * @param codecs the codecs of the run
     */
    List<String> notes(Set<String> codecs) {
        List<String> notes = new ArrayList<>(jars.notes());
        opens(codecs)
                .forEach((codec, flags) ->
                        notes.add(codec + " runs with " + String.join(" ", flags) + ", since it needs these packages"));
        return notes;
    }

    /** Refuses a user's provider that is broken. Without the provider, the run would measure something else. */
    private static void requireWhole(Catalog catalog, ClassLoader own, List<Path> userJars) {
        if (userJars.isEmpty() || catalog.broken().isEmpty()) {
            return;
        }
        List<String> broken = new ArrayList<>(catalog.broken());
        broken.removeAll(Catalog.load(own).broken());
        if (!broken.isEmpty()) {
            throw new IllegalArgumentException("--user-jar: " + String.join("; ", broken));
        }
    }

    private static CodecFacts facts(Codec codec, UserJars jars) {
        return new CodecFacts(
                codec.id(),
                codec.badge().label(),
                codec.givesUp(),
                codec.library(),
                jars.version(codec),
                codec.safeForUntrustedBytes(),
                jars.brought(codec).orElse(null),
                codec.differsFrom().orElse(null));
    }
}
