package dev.pipemark.worker;

/**
 * The messages between a parent and its worker. A message is a {@link dev.pipemark.wire.Header} (length, tag, argument)
 * and its content. The worker sends the first message:
 *
 * <pre>
 * HELLO       magic, protocol version, codec, payload, pid, runtime, library version
 * </pre>
 *
 * <p>Then it answers requests in order:
 *
 * <pre>
 * request     argument          content          answered by
 * OPEN        -                 payload id       DONE, or REFUSED if the codec does not carry the shape
 * ECHO        for the value     encoded value    VALUE: the encoded result of using the value
 * SPLIT       for the value     encoded value    VALUE, then STAMPS: when each stage began
 * SINK        -                 encoded value    ACK for all messages read together; argument: total acknowledged
 * ECHO_FRAME  -                 any              VALUE: the same bytes; no codec takes part
 * NOTE        -                 -                USAGE: CPU, allocation, collections, compilation
 * ENCODE      seed              -                VALUE: the payload's value of that seed, encoded
 * CHECK       seed              encoded value    VALUE: the encoded result, or DIFFERENT: the difference
 * ANSWER      seed              encoded result   DONE, or DIFFERENT
 * SIZES       number of values  -                SIZED
 * ASK         question          any              VALUE: what the worker's service answers
 * </pre>
 *
 * <p>A foreign worker is a program in any language. It serves one format, and not the values of a payload. It answers
 * OPEN, ECHO, SINK, ECHO_FRAME and NOTE as above, and one request that workers of the suite refuse:
 *
 * <pre>
 * DESCRIBE    -                 encoded value    VALUE: the decoded value as text, in the same words in every language
 * </pre>
 *
 * <p>It refuses all others, with the stage PROTOCOL. It encodes the decoded value as the answer to ECHO, and OPEN gives the
 * name of a message.
 *
 * <p>A worker of a pool answers these requests instead:
 *
 * <pre>
 * DEFINE      job               code, shapes     nothing; an error is the answer to each task of the job
 * INITIALIZE  job               -                DONE, THREW or REFUSED
 * SELECT      job               -                nothing: the following tasks belong to this job
 * PART        -                 an argument      nothing: an argument of the next task, except its last
 * TASK        its index         last argument    VALUE, DONE for null, THREW or REFUSED; the reply's argument is the index
 * LIMITED     its index         last argument    as TASK, before anything else begins: a task with a limit
 * SKIP        its index         -                SKIPPED: this task's arguments could not be sent
 * FORGET      job               -                nothing: the job is defined again before its next task
 * NOTE        -                 -                USAGE
 * </pre>
 *
 * <p>Any request may be answered by REFUSED: the stage, the exception and its stack trace. The worker then continues.
 */
public final class Protocol {
    public static final int MAGIC = 0x50495045;
    public static final int VERSION = 4;

    public static final int OPEN = 1;
    public static final int ECHO = 2;
    static final int SPLIT = 3;
    public static final int SINK = 4;
    public static final int ECHO_FRAME = 5;
    public static final int NOTE = 6;
    static final int ENCODE = 7;
    static final int CHECK = 8;
    static final int ANSWER = 9;
    static final int SIZES = 10;
    static final int ASK = 11;
    public static final int DEFINE = 12;
    public static final int INITIALIZE = 13;
    public static final int SELECT = 14;
    public static final int PART = 15;
    public static final int TASK = 16;
    public static final int SKIP = 17;
    public static final int FORGET = 18;
    public static final int LIMITED = 19;
    public static final int DESCRIBE = 20;

    public static final int HELLO = 101;
    public static final int DONE = 102;
    public static final int VALUE = 103;
    static final int STAMPS = 104;
    public static final int ACK = 105;
    public static final int USAGE = 106;
    static final int DIFFERENT = 107;
    static final int SIZED = 108;
    public static final int REFUSED = 109;
    public static final int THREW = 110;
    public static final int SKIPPED = 111;

    private Protocol() {}
}
