package dev.pipemark.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands, in the order in which help prints them. */
enum Command {
    RUN("measure; the default, also without this word"),
    REPORT("write the reports of runs again: report DIR..."),
    COMPARE("say what changed from one run to another: compare BASE NEW"),
    PROVE("say what verdicts find where differences are known: prove DIR"),
    PROBE("find out what each codec carries to another process"),
    CODECS("list the codecs"),
    PAYLOADS("list the payloads"),
    DOCTOR("say what will spoil numbers on this machine"),
    HELP("print this"),
    VERSION("print the versions of suite, Java and libraries");

    private final String does;

    Command(String does) {
        this.does = does;
    }

    /** The word that a user types. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its line of help. */
    String does() {
        return does;
    }

    /** The command of exactly this word. */
    static Optional<Command> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Command::word).toList();
    }
}
