package dev.pipemark.codecs.kryo;

import java.util.List;

/** The JDK packages that must be open to Kryo's field serializer, for JDK classes without a serializer of their own. */
final class KryoOpens {
    static final List<String> PACKAGES = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.ref",
            "java.base/java.lang.reflect",
            "java.base/java.math",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.nio.channels",
            "java.base/java.nio.charset",
            "java.base/java.security",
            "java.base/java.text",
            "java.base/java.time",
            "java.base/java.time.format",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/java.util.concurrent.locks",
            "java.base/java.util.function",
            "java.base/java.util.regex",
            "java.base/java.util.stream");

    private KryoOpens() {}
}
