package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import java.io.File;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** Values that name something else: identifiers, places, hosts, conventions. */
final class NameValues {
    private NameValues() {}

    static List<Value<?>> values() {
        return Stream.of(identifiers(), files(), conventions(), hosts())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> name(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.JDK, summary, shape, maker);
    }

    private static List<Value<?>> identifiers() {
        return List.of(
                name("uuid", "a UUID", Shape.of(UUID.class), () -> new UUID(0x0123456789ABCDEFL, 0x8123456789ABCDEFL)),
                name(
                        "uri",
                        "a URI with an escape and a fragment",
                        Shape.of(URI.class),
                        () -> URI.create("https://example.org:8443/a%20b?c=d#e")),
                name(
                        "url",
                        "a URL",
                        Shape.of(URL.class),
                        () -> URI.create("https://example.org:8443/a?b=c#d").toURL()),
                name(
                        "x500-principal",
                        "new X500Principal(\"CN=Ada, O=Pipemark, C=DE\")",
                        Shape.of(X500Principal.class),
                        () -> new X500Principal("CN=Ada, O=Pipemark, C=DE")));
    }

    private static List<Value<?>> files() {
        Class<?> path = Path.of("data").getClass();
        return List.of(
                name(
                        "path-relative",
                        "Path.of(\"data\", \"input.csv\")",
                        Shape.of(Path.class, path),
                        () -> Path.of("data", "input.csv")),
                name(
                        "path-in-record",
                        "a Serializable record that holds a Path",
                        Shape.of(JdkHolders.Source.class, String.class, path),
                        () -> new JdkHolders.Source("input", Path.of("data", "input.csv"))),
                name(
                        "file-relative",
                        "new File(\"data/input.csv\")",
                        Shape.of(File.class),
                        () -> new File("data/input.csv")));
    }

    private static List<Value<?>> conventions() {
        return List.of(
                name(
                                "locale-with-script-and-extension",
                                "Locale.forLanguageTag(\"zh-Hant-TW-u-ca-roc\")",
                                Shape.of(Locale.class),
                                () -> Locale.forLanguageTag("zh-Hant-TW-u-ca-roc"))
                        .asks("toLanguageTag()", Locale::toLanguageTag),
                name(
                                "currency",
                                "Currency.getInstance(\"EUR\")",
                                Shape.of(Currency.class),
                                () -> Currency.getInstance("EUR"))
                        .notes(
                                "== Currency.getInstance(\"EUR\")",
                                currency -> same(currency, Currency.getInstance("EUR"))),
                name(
                        "charset",
                        "StandardCharsets.UTF_8",
                        Shape.of(Charset.class, StandardCharsets.UTF_8.getClass()),
                        () -> StandardCharsets.UTF_8),
                name("logging-level", "java.util.logging.Level.WARNING", Shape.of(Level.class), () -> Level.WARNING)
                        .asks("intValue()", Level::intValue)
                        .notes("== Level.WARNING", level -> same(level, Level.WARNING)),
                name(
                                "hex-format",
                                "HexFormat.ofDelimiter(\":\").withUpperCase()",
                                Shape.of(HexFormat.class),
                                () -> HexFormat.ofDelimiter(":").withUpperCase())
                        .asks("formatHex({10, 11})", format -> format.formatHex(new byte[] {10, 11})));
    }

    // A codec that sends only the name causes a lookup in the receiver: localhost needs no network. All of them have a
    // name, because a codec that asks a nameless address for its name also causes a lookup.
    private static List<Value<?>> hosts() {
        return List.of(
                name(
                        "inet-address-with-host-name",
                        "InetAddress.getByAddress(\"localhost\", {127, 0, 0, 2})",
                        Shape.of(InetAddress.class, Inet4Address.class),
                        () -> InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 2})),
                name(
                        "inet6-address-with-scope",
                        "Inet6Address.getByAddress(\"localhost\", fe80::1, 5)",
                        Shape.of(InetAddress.class, Inet6Address.class),
                        () -> Inet6Address.getByAddress("localhost", linkLocal(), 5)),
                name(
                                "inet-socket-address-unresolved",
                                "InetSocketAddress.createUnresolved(\"localhost\", 5432)",
                                Shape.of(InetSocketAddress.class),
                                () -> InetSocketAddress.createUnresolved("localhost", 5432))
                        .asks("isUnresolved()", InetSocketAddress::isUnresolved)
                        .asks("getPort()", InetSocketAddress::getPort));
    }

    private static byte[] linkLocal() {
        byte[] address = new byte[16];
        address[0] = (byte) 0xFE;
        address[1] = (byte) 0x80;
        address[15] = 1;
        return address;
    }

    private static boolean same(Object one, Object other) {
        return one == other;
    }
}
