package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches an exception that is attributed to the wrong field, or to no field although it names one. */
final class CulpritTest {
    static final class Order {
        final List<Line> lines = List.of(new Line(), new Line());
    }

    static final class Line {
        final Object lock = new Object();
        final StringBuilder text = new StringBuilder();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NotSerializableException: java.lang.Object | order.lines[0].lock",
                "Class is not registered: dev.pipemark.capability.CulpritTest$Line | order.lines[0]",
                "Class is not registered: dev.pipemark.capability.CulpritTest$Liner | ''",
                "it failed | ''",
                "NotSerializableException: dev.pipemark.capability.CulpritTest$Order | ''",
                "No serializer (through reference chain: a.Order[\"lines\"]->java.util.List[1]->a.Line[\"lock\"]) | order.lines[1].lock",
                "KryoException: no class Serialization trace: lock (a.Line) lines (a.Order) | order.lines.lock",
            })
    void thePlaceIsFoundInTheComplaint(String complaint, String path) {
        assertThat(Culprit.in(Describer.describe("order", new Order()), complaint)
                        .orElse(""))
                .isEqualTo(path);
    }
}
