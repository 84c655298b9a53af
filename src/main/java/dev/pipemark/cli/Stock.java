package dev.pipemark.cli;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Payload;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.run.Offer;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codecs and payloads of the suite and of users' jars. They are listed here, never run: that happens in forks and
 * workers.
 *
 * @param classPath of forks and workers, in absolute paths: they may be started in another folder
 */
record Stock(Catalog catalog, Offer offer, String classPath) {
    /**
     * @throws UsageException when a jar is not there, or two codecs or payloads have one id
     */
    static Stock with(List<Path> userJars) throws UsageException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : userJars) {
            if (!Files.isReadable(jar)) {
                throw new UsageException("--user-jar " + jar + ": there is no such file that can be read");
            }
            try {
                urls.add(jar.toAbsolutePath().toUri().toURL());
            } catch (MalformedURLException e) {
                throw new UsageException("--user-jar " + jar + ": " + e.getMessage());
            }
        }
        ClassLoader own = Stock.class.getClassLoader();
        ClassLoader loader = urls.isEmpty() ? own : new URLClassLoader(urls.toArray(URL[]::new), own);
        Catalog catalog;
        try {
            catalog = Catalog.load(loader);
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        Offer offer = new Offer(
                catalog.codecs().stream().map(Stock::facts).toList(),
                catalog.payloads().stream()
                        .map(payload ->
                                new PayloadFacts(payload.id(), payload.family().label()))
                        .toList(),
                catalog.codecs().stream()
                        .filter(codec -> codec.getClass().getClassLoader() != own)
                        .map(Codec::id)
                        .toList(),
                catalog.payloads().stream()
                        .filter(payload -> payload.getClass().getClassLoader() != own)
                        .map(Payload::id)
                        .toList(),
                catalog.codecs().stream().collect(Collectors.toMap(Codec::id, Codec::standsFor)));
        String classPath = Stream.concat(
                        Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                                .map(Path::of),
                        userJars.stream())
                .map(part -> part.toAbsolutePath().toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        return new Stock(catalog, offer, classPath);
    }

    private static CodecFacts facts(Codec codec) {
        return new CodecFacts(
                codec.id(),
                codec.badge().label(),
                codec.givesUp(),
                codec.library(),
                codec.version(),
                codec.safeForUntrustedBytes());
    }
}
