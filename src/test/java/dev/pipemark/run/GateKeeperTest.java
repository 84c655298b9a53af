package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.bench.Gate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Connections to the gate over real sockets. */
class GateKeeperTest {
    /** Catches a foreign process that is accepted as a fork, or that prevents the fork from connecting. */
    @Test
    void onlyAConnectionWithTheSecretIsAccepted() throws IOException {
        try (GateKeeper keeper = GateKeeper.open()) {
            String ticket = keeper.ticket();
            try (Socket stranger = connect(ticket, "0".repeat(32));
                    Socket gone = connect(ticket, "");
                    Socket fork = connect(ticket, ticket.substring(ticket.indexOf(':') + 1))) {
                gone.shutdownOutput();
                fork.getOutputStream().write(Gate.ARRIVED);
                try (GateLine line = keeper.accept(ticket, () -> true).orElseThrow()) {
                    assertThat(line.arrival(() -> true)).isEqualTo(GateLine.Place.AT_THE_GATE);
                    line.enter();
                    assertThat(fork.getInputStream().read()).isEqualTo(Gate.ENTER);
                }
                assertThat(stranger.getInputStream().read()).isNegative();
            }
        }
    }

    /** Catches a deadline that begins again with each byte: a foreign process could keep the fork out for a minute. */
    @Test
    void aConnectionMustSendItsWholeSecretWithinOneDeadline() throws IOException {
        Dribble clock = new Dribble();
        try (GateKeeper keeper = GateKeeper.open(clock)) {
            String ticket = keeper.ticket();
            String secret = ticket.substring(ticket.indexOf(':') + 1);
            try (Socket slow = connect(ticket, "");
                    Socket fork = connect(ticket, secret)) {
                clock.into(slow, secret);
                fork.getOutputStream().write(Gate.DONE);
                try (GateLine line = keeper.accept(ticket, () -> true).orElseThrow()) {
                    assertThat(line.arrival(() -> true)).isEqualTo(GateLine.Place.DONE);
                }
                assertThat(clock.sent).isBetween(1, secret.length() - 1);
            }
        }
    }

    /** A clock that advances by half a second when it is read, and then sends the next byte of a secret. */
    private static final class Dribble implements LongSupplier {
        private final long step = TimeUnit.MILLISECONDS.toNanos(500);
        private byte[] secret = {};
        private @Nullable Socket socket;
        private int sent;
        private long now;

        void into(Socket slow, String whole) {
            socket = slow;
            secret = whole.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public long getAsLong() {
            now += step;
            if (socket != null && sent < secret.length) {
                try {
                    socket.getOutputStream().write(secret[sent]);
                    sent++;
                } catch (IOException e) {
                    // The keeper has closed this connection.
                    socket = null;
                }
            }
            return now;
        }
    }

    /** Catches a secret that is valid for another fork of the sitting too. */
    @Test
    void eachForkHasASecretOfItsOwn() throws IOException {
        try (GateKeeper keeper = GateKeeper.open()) {
            assertThat(keeper.ticket()).matches("\\d+:[0-9a-f]{32}").isNotEqualTo(keeper.ticket());
        }
    }

    /** Catches a rehearsal that counts as a turn, and a death that is noticed only at the deadline. */
    @Test
    void rehearsalsAreAnsweredAndADeathIsNoticed() throws IOException {
        try (GateKeeper keeper = GateKeeper.open()) {
            String ticket = keeper.ticket();
            GateLine line;
            try (Socket fork = connect(ticket, ticket.substring(ticket.indexOf(':') + 1))) {
                fork.getOutputStream().write(new byte[] {Gate.REHEARSAL, Gate.DONE});
                line = keeper.accept(ticket, () -> true).orElseThrow();
                assertThat(line.arrival(() -> true)).isEqualTo(GateLine.Place.DONE);
                assertThat(fork.getInputStream().read()).isEqualTo(Gate.REHEARSAL);
            }
            assertThat(line.arrival(() -> true)).isEqualTo(GateLine.Place.GONE);
            line.close();
        }
    }

    private static Socket connect(String ticket, String secret) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(ticket.substring(0, ticket.indexOf(':'))));
        socket.getOutputStream().write(secret.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
