package dev.pipemark.conformance;

import dev.pipemark.api.Frame;
import dev.pipemark.conformance.Impostor.Fault;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Handler;
import dev.pipemark.wire.Header;
import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.Refusal.Stage;
import dev.pipemark.worker.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The answers of an {@link Impostor}. */
final class ImpostorSession implements Handler {
    private static final int CUT = 64 * 1024;

    private final Fault fault;
    private final ObjectMapper mapper;
    private final OutputStream out;

    /** Answers that are held back. */
    private final Deque<Message> held = new ArrayDeque<>();

    private long sunk;
    private long acknowledged;

    ImpostorSession(Fault fault, ObjectMapper mapper, OutputStream out) {
        this.fault = fault;
        this.mapper = mapper;
        this.out = out;
    }

    @Override
    public void handle(Frame request, Batch replies) throws IOException {
        Stage stage = Header.tag(request) == Protocol.OPEN ? Stage.OPEN : Stage.PROTOCOL;
        try {
            answer(request, replies);
        } catch (Undecodable e) {
            onGarbage();
            refuse(fault == Fault.WRONG_STAGE ? Stage.ENCODE : Stage.DECODE, e, replies);
        } catch (RuntimeException e) {
            refuse(stage, e, replies);
        }
    }

    @Override
    public void drained(Batch replies) throws IOException {
        while (!held.isEmpty()) {
            add(held.removeLast(), replies);
        }
        if (sunk > acknowledged) {
            replies.add(Protocol.ACK, fault == Fault.WRONG_TOTALS ? sunk - acknowledged : sunk);
            acknowledged = sunk;
        }
    }

    private void answer(Frame request, Batch replies) throws IOException {
        int tag = Header.tag(request);
        long argument = fault == Fault.FORGETS_ARGUMENTS ? 0 : Header.argument(request);
        switch (tag) {
            case Protocol.ECHO -> {
                Message answer = new Message(Protocol.VALUE, argument, encoded(decoded(request)));
                if (fault == Fault.OUT_OF_ORDER) {
                    held.add(answer);
                } else {
                    add(answer, replies);
                }
            }
            case Protocol.SINK -> {
                sunk += fault == Fault.COUNTS_REFUSED ? 1 : 0;
                decoded(request);
                sunk += fault == Fault.COUNTS_REFUSED ? 0 : 1;
            }
            case Protocol.ECHO_FRAME -> {
                byte[] content = request.toByteArray();
                int length = Math.max(0, content.length - (fault == Fault.TRIMS_FRAMES ? 1 : 0));
                add(new Message(Protocol.VALUE, argument, Arrays.copyOf(content, length)), replies);
            }
            case Protocol.NOTE -> {
                Frame usage = replies.next();
                if (fault != Fault.EMPTY_USAGE) {
                    Usage.now().write(usage);
                }
                replies.seal(Protocol.USAGE, 0);
            }
            case Protocol.DESCRIBE -> {
                byte[] text = described(decoded(request)).getBytes(StandardCharsets.UTF_8);
                add(new Message(Protocol.VALUE, argument, text), replies);
            }
            case Protocol.OPEN -> {
                if (fault == Fault.OPENS_NOTHING) {
                    throw new IllegalArgumentException("there is nothing to open");
                }
                replies.add(Protocol.DONE, 0);
            }
            default -> {
                if (fault != Fault.ANSWERS_ANYTHING) {
                    throw new IllegalStateException("no request has the tag " + tag);
                }
                replies.add(Protocol.DONE, 0);
            }
        }
    }

    private JsonNode decoded(Frame request) throws IOException {
        if (fault == Fault.PRINTS) {
            out.write("now decoding a value\n".getBytes(StandardCharsets.UTF_8));
        }
        try {
            return mapper.readTree(request.toByteArray());
        } catch (RuntimeException e) {
            throw new Undecodable(e);
        }
    }

    private byte[] encoded(JsonNode value) {
        byte[] bytes = mapper.writeValueAsBytes(changed(value));
        return fault == Fault.CUTS_LARGE && bytes.length > CUT ? Arrays.copyOf(bytes, CUT) : bytes;
    }

    private Object changed(JsonNode value) {
        return switch (fault) {
            case CHANGES_VALUES -> "another value";
            case FORGETS_FRACTIONS -> value.isFloatingPointNumber() ? (long) value.doubleValue() : value;
            default -> value;
        };
    }

    private void onGarbage() {
        if (fault == Fault.DIES_ON_GARBAGE) {
            Runtime.getRuntime().halt(3);
        } else if (fault == Fault.HANGS_ON_GARBAGE) {
            Impostor.waitForever();
        }
    }

    private String described(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> String.valueOf(value.booleanValue());
            case NUMBER ->
                value.isIntegralNumber() ? "int:" + value.bigIntegerValue() : "float:" + number(value.doubleValue());
            case STRING -> text(value.stringValue());
            case BINARY -> "bytes:" + HexFormat.of().formatHex(value.binaryValue());
            case ARRAY -> value.values().stream().map(this::described).collect(Collectors.joining(",", "[", "]"));
            case OBJECT ->
                value.properties().stream()
                        .map(entry -> text(entry.getKey()) + ":" + described(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case POJO, MISSING -> throw new IllegalStateException("no decoder makes a " + value.getNodeType());
        };
    }

    private String number(double value) {
        return fault == Fault.DESCRIBES_WRONG
                ? String.valueOf(value)
                : HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
    }

    private static String text(String text) {
        return text.chars()
                .mapToObj(unit -> unit >= ' ' && unit <= '~' && unit != '"' && unit != '\\'
                        ? String.valueOf((char) unit)
                        : "\\u" + HexFormat.of().toHexDigits((char) unit))
                .collect(Collectors.joining("", "text:\"", "\""));
    }

    private static void add(Message message, Batch replies) throws IOException {
        replies.next().write(message.content());
        replies.seal(message.tag(), message.argument());
    }

    private static void refuse(Stage stage, Throwable thrown, Batch replies) throws IOException {
        Refusal.of(stage, thrown).write(replies.next());
        replies.seal(Protocol.REFUSED, 0);
    }

    private static final class Undecodable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undecodable(Throwable cause) {
            super(cause);
        }
    }
}
