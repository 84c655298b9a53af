/**
 * Classes that FlatBuffers' compiler generated from {@code src/main/flatbuffers/pipemark.fbs}. The compiler is not on
 * Maven Central, so its output is committed. {@code scripts/generate-schemas} makes it again, with the compiler of
 * Debian 12 (2.0.8). That compiler is older than the library: the script removes the calls that check for the same
 * version.
 */
package dev.pipemark.codecs.flatbuffers.schema;
