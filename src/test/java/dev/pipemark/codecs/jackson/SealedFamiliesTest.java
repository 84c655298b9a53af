package dev.pipemark.codecs.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Catches names shared by two members, and types that only look sealed. */
class SealedFamiliesTest {
    sealed interface Fruit {
        record Apple() implements Fruit {}

        record Pear() implements Fruit {}
    }

    sealed interface Brand {
        record Apple() implements Brand {}

        non-sealed class Open implements Brand {}
    }

    static final class Listed extends Brand.Open {}

    enum Bodies {
        PLAIN,
        WITH_BODY {
            @Override
            public String toString() {
                return "body";
            }
        }
    }

    @Test
    void membersWithSameSimpleNameUseFullNames() {
        SealedFamilies families = SealedFamilies.of(Shape.of(
                new TypeOf<Map<String, ? extends List<Fruit[]>>>() {}, Brand.Apple.class, Listed.class));
        assertThat(families.types()).containsExactlyInAnyOrder(Fruit.class, Brand.class);
        assertThat(families.names())
                .containsOnly(
                        Map.entry(Fruit.Apple.class, Fruit.Apple.class.getName()),
                        Map.entry(Brand.Apple.class, Brand.Apple.class.getName()),
                        Map.entry(Fruit.Pear.class, "Pear"),
                        Map.entry(Brand.Open.class, "Open"),
                        Map.entry(Listed.class, "Listed"));
    }

    @Test
    void enumsAndJdkSealedTypesAreLeftOut() {
        assertThat(Bodies.class.isSealed()).isTrue();
        assertThat(java.lang.constant.ConstantDesc.class.isSealed()).isTrue();
        SealedFamilies families = SealedFamilies.of(Shape.of(Bodies.class, String.class, Integer.class));
        assertThat(families.types()).isEmpty();
        assertThat(families.names()).isEmpty();
    }
}
