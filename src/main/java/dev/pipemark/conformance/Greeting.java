package dev.pipemark.conformance;

import dev.pipemark.api.WireFormat;
import dev.pipemark.worker.Protocol;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;

/** The fields of a greeting. They are read without a check of their values. */
record Greeting(int magic, int version, String format, String message, long pid, String runtime, String library) {
    static Greeting of(Message hello) throws Broken {
        DataInputStream data = hello.data();
        try {
            Greeting greeting = new Greeting(
                    data.readInt(),
                    data.readInt(),
                    data.readUTF(),
                    data.readUTF(),
                    data.readLong(),
                    data.readUTF(),
                    data.readUTF());
            Broken.unless(data.available() == 0, "its greeting has " + data.available() + " bytes too many");
            return greeting;
        } catch (IOException e) {
            throw new Broken("its greeting cannot be read as two ints, two texts, a long and two texts: " + e);
        }
    }

    static List<Check> checks(WireFormat format) {
        return List.of(
                new Check("greeting", "the first message is HELLO with its seven fields", talk -> of(talk.greeting())),
                new Check("magic", "the greeting begins with 0x" + hex(Protocol.MAGIC), talk -> {
                    int magic = of(talk.greeting()).magic;
                    Broken.unless(magic == Protocol.MAGIC, "its greeting begins with 0x" + hex(magic));
                }),
                new Check("version", "the protocol version is " + Protocol.VERSION, talk -> {
                    int version = of(talk.greeting()).version;
                    Broken.unless(version == Protocol.VERSION, "it speaks version " + version);
                }),
                new Check("format", "the greeting repeats the format and the message", talk -> {
                    Greeting greeting = of(talk.greeting());
                    Broken.unless(
                            greeting.format.equals(format.name()) && greeting.message.equals(format.message()),
                            "it was started for '" + format.name() + "' and '" + format.message()
                                    + "', and greets with '" + greeting.format + "' and '" + greeting.message + "'");
                }),
                new Check("pid", "the greeting has the id of the process that was started", talk -> {
                    long pid = of(talk.greeting()).pid;
                    Broken.unless(
                            pid == talk.pid(),
                            "it says " + pid + ", and " + talk.pid() + " was started: a script must use exec");
                }),
                new Check("names", "the greeting names the language and the library", talk -> {
                    Greeting greeting = of(talk.greeting());
                    Broken.unless(!greeting.runtime.isBlank(), "it does not name its language");
                    Broken.unless(!greeting.library.isBlank(), "it does not name its library");
                }));
    }

    private static String hex(int value) {
        return Integer.toHexString(value);
    }
}
