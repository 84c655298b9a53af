package dev.pipemark.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {
    /** Catches two hardware threads of one physical core that are taken for two cores. */
    @Test
    void theSecondCoreIsAnotherPhysicalOneWhereThereIsOne() {
        assertThat(Placement.apart(List.of(0, 1, 2, 3), List.of(0, 1))).isEqualTo(2);
        assertThat(Placement.apart(List.of(0, 1, 2, 3), List.of(0, 2))).isEqualTo(1);
        assertThat(Placement.apart(List.of(0, 1), List.of(0, 1))).isEqualTo(1);
        assertThat(Placement.apart(List.of(4, 6), List.of())).isEqualTo(6);
    }
}
