/**
 * Classes that Thrift's compiler generated from {@code src/main/thrift/pipemark.thrift}. The compiler is not on Maven
 * Central, so its output is committed. {@code scripts/generate-schemas} makes it again, with the compiler of Debian 12
 * (0.17.0).
 */
package dev.pipemark.codecs.thrift.schema;
