package dev.pipemark.payloads;

/** The functions that may be called by name. Their last argument is the one that the worker receives. */
final class NamedFunctions {
    private NamedFunctions() {}

    public static long multiplyAdd(long factor, long offset, long argument) {
        return argument * factor + offset;
    }

    public static long rotateXor(long bits, long mask, long argument) {
        return Long.rotateLeft(argument, (int) bits) ^ mask;
    }
}
