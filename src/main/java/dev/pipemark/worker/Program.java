package dev.pipemark.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The program of a worker process. */
interface Program {
    /**
     * Returns the command line that starts it.
     *
     * @param log the file that receives its stderr
     */
    List<String> command(Path log);

    /**
     * Checks that the worker is the one that was started.
     *
     * @throws WorkerException.Confused if it is another one
     */
    void check(Hello hello) throws IOException;

    /**
     * Describes how it ended, with a likely cause.
     *
     * @param log the file that received its stderr
     */
    String death(int exitValue, Path log);

    /** Whether it runs in an empty folder of its own, and not in the folder of this process. */
    boolean aside();
}
