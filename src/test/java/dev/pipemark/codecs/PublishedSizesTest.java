package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Payload;
import dev.pipemark.catalog.Catalog;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Compares the sizes of media content with the sizes that others publish for the same values. Catches a message that contains
 * more or less than the published one, and a reason that does not account for a difference.
 */
class PublishedSizesTest {
    /** One part of the reason: a number of bytes, and what takes or saves them. */
    private static final Pattern PART = Pattern.compile("([+-]\\d+) [a-zA-Z].*");

    private final Catalog catalog = Catalog.load(getClass().getClassLoader());

    @Test
    void sizeIsTheStatedOne() throws Exception {
        Payload<?> payload = catalog.payload("media-content");
        for (CSVRecord row : rows()) {
            assertThat(size(catalog.codec(row.get("codec")), payload))
                    .as(row.get("codec"))
                    .isEqualTo(Integer.parseInt(row.get("size")));
        }
    }

    @Test
    void reasonsAccountForEachByte() throws IOException {
        for (CSVRecord row : rows()) {
            assertThat(Integer.parseInt(row.get("published")) + bytes(row.get("why")))
                    .as(row.get("codec"))
                    .isEqualTo(Integer.parseInt(row.get("size")));
        }
    }

    /** Catches a table that was emptied or sorted otherwise than the reports. */
    @Test
    void rowsHaveTheOrderOfReports() throws IOException {
        List<String> named = rows().stream().map(row -> row.get("codec")).toList();
        List<String> all = catalog.codecs().stream().map(Codec::id).toList();

        assertThat(named).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(all.stream().filter(named::contains).toList()).isEqualTo(named);
    }

    /** The first seed has the values that others encode. */
    private static <T> int size(Codec codec, Payload<T> payload) throws Exception {
        return Messages.encode(codec.open(payload.shape()), payload.create(0)).length;
    }

    private static int bytes(String why) {
        int sum = 0;
        for (String part : why.split("; ", -1)) {
            assertThat(part).matches(PART);
            sum += Integer.parseInt(part.substring(0, part.indexOf(' ')));
        }
        return sum;
    }

    private static List<CSVRecord> rows() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader table = new InputStreamReader(
                Objects.requireNonNull(PublishedSizesTest.class.getResourceAsStream("published-sizes.csv")),
                StandardCharsets.UTF_8)) {
            return format.parse(table).getRecords();
        }
    }
}
