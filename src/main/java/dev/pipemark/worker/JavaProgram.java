package dev.pipemark.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that runs {@link WorkerMain}.
 *
 * @param arguments the arguments of {@link WorkerMain} after the parent's pid
 * @param aside whether it runs in an empty folder of its own
 */
record JavaProgram(WorkerSettings settings, List<String> arguments, boolean aside) implements Program {
    @Override
    public List<String> command(Path log) {
        List<String> command = new ArrayList<>();
        command.add(settings.launcher());
        command.addAll(settings.jvmFlags());
        // HotSpot prints warnings and crash notices to standard output by default, but here standard output carries
        // frames.
        command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr"));
        // A crash report is a short file. A core dump of the whole heap would take longer than the test of a pair.
        command.addAll(List.of("-XX:ErrorFile=" + crashFile(log), "-XX:-CreateCoredumpOnCrash"));
        command.addAll(List.of("-cp", settings.classPath(), WorkerMain.class.getName()));
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.addAll(arguments);
        return command;
    }

    @Override
    public void check(Hello hello) throws IOException {
        String java = System.getProperty("java.version", "");
        if (settings.launcher().equals(WorkerSettings.ownLauncher())
                && !hello.runtime().equals(java)) {
            throw new WorkerException.Confused("the worker runs Java " + hello.runtime() + " and this process " + java);
        }
    }

    @Override
    public String death(int exitValue, Path log) {
        String crash = Death.crash(crashFile(log));
        return crash.isEmpty() ? Death.describe(exitValue) : Death.how(exitValue) + ": its JVM crashed: " + crash;
    }

    private static Path crashFile(Path log) {
        return log.toAbsolutePath().resolveSibling(log.getFileName() + ".crash");
    }
}
