package dev.pipemark.report.doc;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes data for the scripts of a page. */
public final class PageJson {
    /** Enough for a factor with two decimals, and for a place in a chart. */
    private static final MathContext DIGITS = new MathContext(5);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Double.class, new Rounded()))
            .build();

    private PageJson() {}

    private static final class Rounded extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (value.isNaN() || value.isInfinite()) {
                json.writeNull();
            } else {
                BigDecimal rounded = new BigDecimal(value).round(DIGITS);
                json.writeNumber(rounded.stripTrailingZeros().toPlainString());
            }
        }
    }

    /** Returns JSON in which no name can end the element around it. */
    public static String of(Object data) {
        return JSON.writeValueAsString(data)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }
}
