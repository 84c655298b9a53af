package dev.pipemark.codecs.moshi;

import com.squareup.moshi.FromJson;
import com.squareup.moshi.ToJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/** Classes of the JDK that the model uses and Moshi does not know. Each travels as its text. */
final class TextAdapters {
    @ToJson
    String toJson(BigInteger value) {
        return value.toString();
    }

    @FromJson
    BigInteger bigInteger(String text) {
        return new BigInteger(text);
    }

    @ToJson
    String toJson(BigDecimal value) {
        return value.toString();
    }

    @FromJson
    BigDecimal bigDecimal(String text) {
        return new BigDecimal(text);
    }

    @ToJson
    String toJson(Instant value) {
        return value.toString();
    }

    @FromJson
    Instant instant(String text) {
        return Instant.parse(text);
    }
}
