package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerException;
import dev.pipemark.worker.WorkerSettings;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The workers of one codec. Each is started when it is first needed, and replaced when it is lost. */
final class ContractWorkers implements Closeable {
    static final Role SENDER = new Role("sender", "", List.of(), 1);
    static final Role RECEIVER = new Role("receiver", "", List.of(), 1);

    /**
     * The purpose of a worker.
     *
     * @param classesFirst a folder in front of the suite's class path, or empty for none
     * @param flags additional flags of its JVM
     * @param patience the factor by which its deadline is longer than usual
     */
    record Role(String name, String classesFirst, List<String> flags, int patience) {
        /**
         * Returns a receiver with another version of the class whose changes are tried.
         *
         * @param version the end of the version's name, as in {@link ClassVersions#write}
         * @param work the folder in which the class file is written
         */
        static Role receivingWith(Codec codec, String version, Path work) {
            try {
                Path folder = ClassVersions.write(codec, version, work);
                return new Role("receiver with " + folder.getFileName(), folder.toString(), List.of(), 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Running(Worker worker, Examiner examiner) {}

    private final WorkerSettings settings;
    private final String codec;
    private final Map<Role, Running> running = new HashMap<>();

    ContractWorkers(WorkerSettings settings, String codec) {
        this.settings = settings;
        this.codec = codec;
    }

    /** Starts a worker that will be needed soon, without waiting for it. */
    void prepare(Role role) {
        try {
            start(role);
        } catch (IOException e) {
            // The first question starts it again. Then a failure becomes the answer.
            lose(role);
        }
    }

    Reply ask(Role role, int question, byte[] content) {
        try {
            Running asked = start(role);
            asked.worker.hello();
            return Reply.of(asked.examiner.ask(question, content));
        } catch (WorkerException.Refused e) {
            Reply reply = Reply.refused(e.refusal());
            if (reply.trouble().equals("out of memory")) {
                lose(role);
            }
            return reply;
        } catch (IOException e) {
            lose(role);
            return Reply.lost(e);
        }
    }

    /** Asks the sender to encode a specimen with its shape. */
    Reply encoded(String specimen) {
        return ask(SENDER, ContractService.ENCODE, ContractService.about(specimen, true, new byte[0]));
    }

    /** Describes a newly created specimen. This needs no codec. */
    Reply described(String specimen) {
        return ask(SENDER, ContractService.DESCRIBE, ContractService.about(specimen, true, new byte[0]));
    }

    /** Returns the first specimen of the ladder that the codec carries, or the last one if it carries none. */
    Encoded firstCarried() {
        Encoded last = new Encoded("", new Reply(new byte[0], Finding.NOT_CARRIED, ""));
        for (String specimen : Specimens.LADDER) {
            last = new Encoded(specimen, encoded(specimen));
            if (!last.reply.notCarried()) {
                break;
            }
        }
        return last;
    }

    /** A specimen and the reply to encoding it. */
    record Encoded(String specimen, Reply reply) {
        /** Names the specimen if it is not the usual one. */
        String note() {
            return specimen.equals(Specimens.BEAN) ? "" : "tried with " + specimen + "; ";
        }
    }

    private Running start(Role role) throws IOException {
        Running already = running.get(role);
        if (already != null) {
            return already;
        }
        List<String> flags = new ArrayList<>(settings.jvmFlags());
        flags.addAll(role.flags);
        String classPath = role.classesFirst.isEmpty()
                ? settings.classPath()
                : role.classesFirst + File.pathSeparator + settings.classPath();
        Duration deadline = settings.deadline().multipliedBy(role.patience);
        Worker worker = Worker.serving(
                new WorkerSettings(settings.launcher(), classPath, flags, settings.logs(), deadline),
                codec,
                ContractService.class);
        Running fresh = new Running(worker, new Examiner(worker));
        running.put(role, fresh);
        return fresh;
    }

    /** Ends a worker. The next question to it starts a new one. */
    void lose(Role role) {
        Running lost = running.remove(role);
        if (lost != null) {
            lost.worker.close();
        }
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::lose);
    }
}
