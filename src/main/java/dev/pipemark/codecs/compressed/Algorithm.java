package dev.pipemark.codecs.compressed;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Compression;
import dev.pipemark.api.Libraries;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import java.util.Locale;
import java.util.Map;

/** The compressions of the suite. Each has the settings that favour speed, or the default of its library. */
public enum Algorithm implements Compression {
    DEFLATE("deflate, level " + DeflateCompressor.LEVEL, Libraries.JDK),
    LZ4("LZ4", "at.yawk.lz4:lz4-java"),
    SNAPPY("Snappy", "org.xerial.snappy:snappy-java"),
    ZSTD("zstd, level " + ZstdCompressor.LEVEL, "com.github.luben:zstd-jni");

    private final String words;
    private final String library;

    Algorithm(String words, String library) {
        this.words = words;
        this.library = library;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Codec of(Codec codec) {
        return of(codec, Map.of());
    }

    /**
     * Returns the codec with compressed messages.
     *
     * @param standsFor the uses that presets time it on
     */
    public Codec of(Codec codec, Map<Use, Tier> standsFor) {
        return new CompressedCodec(codec, this, standsFor);
    }

    /** Returns the name and the level. */
    String words() {
        return words;
    }

    /** Returns the library as {@code groupId:artifactId}, or {@code jdk}. */
    String library() {
        return library;
    }

    /** Loads the library. */
    Compressor open() {
        return switch (this) {
            case DEFLATE -> new DeflateCompressor();
            case LZ4 -> new Lz4Compressor();
            case SNAPPY -> new SnappyCompressor();
            case ZSTD -> new ZstdCompressor();
        };
    }
}
