package dev.pipemark.cli;

import dev.pipemark.machine.Doctor;
import java.util.List;

/** The command {@code doctor}, which reports conditions that distort measurements on this machine. */
final class DoctorCommand {
    private DoctorCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException {
        if (!args.isEmpty()) {
            throw new UsageException("'doctor' has no options or arguments: leave out '" + args.get(0) + "'");
        }
        List<Doctor.Finding> findings = Doctor.examine();
        findings.forEach(finding -> print(finding, terminal));
        long warnings = findings.stream().filter(finding -> !finding.good()).count();
        terminal.out().println();
        terminal.out()
                .println(
                        warnings == 0
                                ? "Found no condition that distorts measurements."
                                : warnings
                                        + " of these conditions "
                                        + (warnings == 1 ? "makes" : "make")
                                        + " measurements noisy or wrong.");
        return ExitCode.FINE;
    }

    private static void print(Doctor.Finding finding, Terminal terminal) {
        terminal.out().printf("%-4s  %-10s  %s%n", finding.good() ? "good" : "warn", finding.what(), finding.found());
        if (!finding.good()) {
            terminal.out().printf("      %-10s  → %s%n", "", finding.remedy());
        }
    }
}
