package dev.pipemark.codecs;

import dev.pipemark.api.Coder;
import dev.pipemark.model.Task;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decodes each file of a folder with a codec, calls the decoded function, and prints the results. */
final class CallInOtherJvm {
    private CallInOtherJvm() {}

    public static void main(String[] arguments) throws Exception {
        Coder<Task> coder = Messages.codec(arguments[0]).open(Functions.SHAPE);
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            byte[] message = Files.readAllBytes(Path.of(arguments[1]).resolve(Integer.toString(i)));
            System.out.println(coder.decode(Messages.received(message)).applyAsLong(-42));
        }
    }
}
