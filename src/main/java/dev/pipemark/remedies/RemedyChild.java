package dev.pipemark.remedies;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The main class of a child process. It plays the named role until its input ends. Messages have a length, and answers
 * are UTF strings.
 */
final class RemedyChild {
    private RemedyChild() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // Output of a library must not mix with the answers.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Role role = Class.forName(arguments[0])
                .asSubclass(Role.class)
                .getDeclaredConstructor()
                .newInstance();
        while (true) {
            byte[] message;
            try {
                message = new byte[in.readInt()];
                in.readFully(message);
            } catch (EOFException parentIsDone) {
                return;
            }
            out.writeUTF(answer(role, message));
        }
    }

    private static String answer(Role role, byte[] message) {
        try {
            return role.answer(message);
        } catch (Exception | LinkageError e) {
            return Transcript.REFUSED + e;
        }
    }
}
