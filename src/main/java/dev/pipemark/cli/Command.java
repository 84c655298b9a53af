package dev.pipemark.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands, in the order of the help text. */
enum Command {
    RUN("measure (the default command)"),
    REPORT("rewrite the reports of runs: report DIR..."),
    COMPARE("show the changes between two runs: compare BASE NEW"),
    PROVE("test verdicts on known differences: prove DIR"),
    PROBE("find out which values each codec carries"),
    CODECS("list the codecs, or describe some of them: codecs NAME..."),
    PAYLOADS("list the payloads"),
    DOCTOR("check this machine for causes of noise"),
    HELP("print this help"),
    VERSION("print the versions of the suite, Java and the libraries");

    private final String does;

    Command(String does) {
        this.does = does;
    }

    /** The word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The description in the help text. */
    String does() {
        return does;
    }

    /** Returns the command with exactly this word. */
    static Optional<Command> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Command::word).toList();
    }
}
