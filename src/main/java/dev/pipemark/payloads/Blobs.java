package dev.pipemark.payloads;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import java.util.List;

/** Bytes that need no codec and do not compress. Their cost is that of moving bytes. */
final class Blobs {
    private Blobs() {}

    static List<Payload<?>> all() {
        return List.of(
                bytes("bytes-64", 64),
                bytes("bytes-1k", 1 << 10),
                bytes("bytes-64k", 1 << 16),
                bytes("bytes-1m", 1 << 20));
    }

    private static Payload<byte[]> bytes(String id, int length) {
        return Data.of(Family.BYTES, id, Shape.of(byte[].class), random -> {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i += Long.BYTES) {
                long eight = random.next();
                for (int j = 0; j < Long.BYTES; j++) {
                    bytes[i + j] = (byte) (eight >>> (8 * j));
                }
            }
            return bytes;
        });
    }
}
