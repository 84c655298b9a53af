package dev.pipemark.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
    @AfterEach
    void forget() {
        System.clearProperty(Gate.PROPERTY);
    }

    /** Catches a fork that waits forever for a runner that was killed. */
    @Test
    void aForkWhoseRunnerHasEndedDoesNotWait() throws Exception {
        try (ServerSocket runner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(Gate.PROPERTY, runner.getLocalPort() + ":secret");
            try (Gate gate = Objects.requireNonNull(Gate.connect(), "a gate")) {
                try (Socket connection = runner.accept()) {
                    assertThat(connection.getInputStream().readNBytes(6))
                            .asString()
                            .isEqualTo("secret");
                }
                assertThatThrownBy(gate::arrive).isInstanceOf(EOFException.class);
            }
        }
    }

    /** Catches a fork that runs alone and looks for a gate. */
    @Test
    void aForkWithoutATicketRunsAlone() throws Exception {
        assertThat(Gate.connect()).isNull();
    }
}
