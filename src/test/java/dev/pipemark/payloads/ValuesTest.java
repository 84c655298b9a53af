package dev.pipemark.payloads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Payload;
import dev.pipemark.model.Event;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Station;
import dev.pipemark.model.Tree;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that values match the names of their payloads. */
class ValuesTest {
    private static final Map<String, Payload<?>> PAYLOADS = new BuiltInPayloads()
            .payloads().stream().collect(Collectors.toUnmodifiableMap(Payload::id, payload -> payload));

    /** Catches sizes that differ from the id or change with the seed. */
    @ParameterizedTest
    @CsvSource({
        "int-array-1000,1000", "double-array-1000,1000", "list-integer-10,10", "list-integer-100,100",
        "list-integer-1000,1000", "list-integer-10000,10000", "list-string-1000,1000", "map-string-integer-1000,1000",
        "map-integer-string-1000,1000", "set-string-1000,1000", "int-matrix-100,100", "readings-1000,1000",
        "bytes-64,64", "bytes-1k,1024", "bytes-64k,65536", "bytes-1m,1048576"
    })
    void sizesMatchNames(String id, int size) {
        for (long seed = 0; seed < 8; seed++) {
            Object value = create(id, seed);
            int actual = value instanceof Collection<?> collection
                    ? collection.size()
                    : value instanceof Map<?, ?> map ? map.size() : Array.getLength(value);
            assertThat(actual).isEqualTo(size);
        }
    }

    /** Catches half a surrogate pair, which UTF-8 turns into a question mark, and text mostly of one script. */
    @Test
    void unicodeStringsAreOneKibibyteOfMixedScripts() {
        for (long seed = 0; seed < 64; seed++) {
            String text = (String) create("string-unicode", seed);

            assertThat(text.getBytes(UTF_8)).hasSize(1024);
            assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
            assertThat(text.codePoints()
                            .filter(Character::isSupplementaryCodePoint)
                            .count())
                    .isGreaterThan(4);
            assertThat(text.codePoints()
                            .mapToObj(Character.UnicodeScript::of)
                            .distinct()
                            .count())
                    .isGreaterThan(5);
        }
        assertThat((String) create("string-ascii", 3)).hasSize(16).matches("\\p{ASCII}*");
    }

    /** Catches characters that a text cannot contain. */
    @Test
    void charactersAreDistinctAndNoSurrogates() {
        List<Object> characters = LongStream.range(-32_000, 31_488)
                .mapToObj(seed -> create("char", seed))
                .toList();

        assertThat(new HashSet<>(characters)).hasSize(63_488);
        assertThat(characters).noneMatch(c -> Character.isSurrogate((char) c));
    }

    /** Catches a change from the published values, on which the comparison of sizes relies. */
    @Test
    void mediaContentOfSeedZeroIsPublishedValue() {
        MediaContent content = (MediaContent) create("media-content", 0);

        Media media = content.media;
        assertThat(media.uri).isEqualTo("http://javaone.com/keynote.mpg");
        assertThat(media.title).isEqualTo("Javaone Keynote");
        assertThat(List.of(media.width, media.height, media.bitrate)).containsExactly(640, 480, 262_144);
        assertThat(media.hasBitrate).isTrue();
        assertThat(media.format).isEqualTo("video/mpg4");
        assertThat(List.of(media.duration, media.size)).containsExactly(18_000_000L, 58_982_400L);
        assertThat(media.persons).containsExactly("Bill Gates", "Steve Jobs스");
        assertThat(media.player).isEqualTo(Media.Player.JAVA);
        assertThat(media.copyright).isNull();
        assertThat(content.images)
                .extracting(
                        image -> List.of(image.uri, String.valueOf(image.title), image.width, image.height, image.size))
                .containsExactly(
                        List.of("http://javaone.com/keynote_large.jpg", "Javaone Keynote", 1024, 768, Image.Size.LARGE),
                        List.of("http://javaone.com/keynote_small.jpg", "Javaone Keynote", 320, 240, Image.Size.SMALL));
    }

    /** Catches equal strings that are one object: codecs that track references would write them once. */
    @Test
    void mediaContentSharesNoString() {
        for (long seed = 0; seed < 2; seed++) {
            MediaContent content = (MediaContent) create("media-content", seed);
            String title = content.media.title;
            assertThat(content.images.get(0).title).isEqualTo(title).isNotSameAs(title);
            assertThat(content.images.get(1).title)
                    .isEqualTo(title)
                    .isNotSameAs(title)
                    .isNotSameAs(content.images.get(0).title);
        }
    }

    /** Catches seeds whose value has another encoded size than the published one. */
    @Test
    void mediaContentsHaveTextLengthsOfPublishedValue() {
        List<Integer> published = lengths((MediaContent) create("media-content", 0));
        for (long seed = 1; seed < 64; seed++) {
            assertThat(lengths((MediaContent) create("media-content", seed))).isEqualTo(published);
        }
    }

    private static List<Integer> lengths(MediaContent content) {
        List<Integer> lengths = new ArrayList<>();
        Media media = content.media;
        Stream.of(media.uri, media.title, media.format, media.persons.get(0), media.persons.get(1))
                .forEach(text -> lengths.add(String.valueOf(text).getBytes(UTF_8).length));
        LongStream.of(media.width, media.height, media.duration, media.size, media.bitrate)
                .forEach(number -> addLengths(lengths, number));
        for (Image image : content.images) {
            lengths.add(image.uri.length());
            lengths.add(String.valueOf(image.title).length());
            addLengths(lengths, image.width);
            addLengths(lengths, image.height);
        }
        return lengths;
    }

    private static void addLengths(List<Integer> lengths, long number) {
        lengths.add(Long.toString(number).length());
        lengths.add(Long.SIZE - Long.numberOfLeadingZeros(number));
    }

    /** Catches an optional field that is always present or always absent among the seeds of a trial. */
    @Test
    void ordersHaveOptionalNote() {
        List<Order> orders = LongStream.range(0, 8)
                .mapToObj(seed -> (Order) create("order", seed))
                .toList();

        assertThat(orders).anyMatch(order -> order.note() == null).anyMatch(order -> order.note() != null);
        assertThat(orders).extracting(Order::lines).noneMatch(List::isEmpty);
    }

    /** Catches a mixed stream with too few classes among the seeds of a trial. */
    @Test
    void eventsChangeTheirClass() {
        assertThat(LongStream.range(0, 8).mapToObj(seed -> create("events", seed)))
                .hasAtLeastOneElementOfType(Event.Opened.class)
                .hasAtLeastOneElementOfType(Event.Changed.class)
                .hasAtLeastOneElementOfType(Event.Moved.class)
                .hasAtLeastOneElementOfType(Event.Closed.class);
    }

    /** Catches trees that are as deep as a list: recursive codecs would then be measured by depth. */
    @Test
    void treesHave63NodesAtModerateDepth() {
        for (long seed = 0; seed < 64; seed++) {
            Tree tree = (Tree) create("tree", seed);
            assertThat(nodes(tree)).isEqualTo(63);
            assertThat(depth(tree)).isBetween(6, 15);
        }
    }

    private static int nodes(@Nullable Tree tree) {
        return tree == null ? 0 : 1 + nodes(tree.left()) + nodes(tree.right());
    }

    private static int depth(@Nullable Tree tree) {
        return tree == null ? 0 : 1 + Math.max(depth(tree.left()), depth(tree.right()));
    }

    /** Catches a comparison of names alone: a codec without references would pass. */
    @Test
    void graphComparisonChecksStructure() {
        Station graph = (Station) create("graph", 4);

        assertThat(Graphs.same(graph, graph)).isTrue();
        assertThat(Graphs.same(graph, unfolded(graph, 40))).isFalse();
        Station notShared = (Station) create("graph", 4);
        Station twin = new Station();
        twin.name = notShared.neighbours.get(0).name;
        twin.neighbours = notShared.neighbours.get(0).neighbours;
        notShared.neighbours.set(0, twin);
        assertThat(Graphs.same(graph, notShared)).isFalse();
        Station tooMuchShared = (Station) create("graph", 4);
        tooMuchShared.neighbours.set(1, tooMuchShared.neighbours.get(0));
        assertThat(Graphs.same(graph, tooMuchShared)).isFalse();
        Station renamed = (Station) create("graph", 4);
        renamed.neighbours.get(0).neighbours.get(0).name = "elsewhere";
        assertThat(Graphs.same(graph, renamed)).isFalse();
        Station cut = (Station) create("graph", 4);
        cut.neighbours.get(0).neighbours.remove(0);
        assertThat(Graphs.same(graph, cut)).isFalse();
        Station torn = (Station) create("graph", 4);
        torn.neighbours.set(0, null);
        assertThat(Graphs.same(graph, torn)).isFalse();
    }

    /** Copies this many stations by name and place. Each visit gives a new station. */
    private static Station unfolded(Station root, int stations) {
        Station copy = new Station();
        copy.name = root.name;
        List<Station> sources = new ArrayList<>(List.of(root));
        List<Station> copies = new ArrayList<>(List.of(copy));
        for (int i = 0; i < stations; i++) {
            for (Station neighbour : sources.get(i).neighbours) {
                Station next = new Station();
                next.name = neighbour.name;
                copies.get(i).neighbours.add(next);
                sources.add(neighbour);
                copies.add(next);
            }
        }
        return copy;
    }

    /** Catches leaves of the document that a self-describing format cannot distinguish. */
    @Test
    void documentLeavesAreDistinguishableInEveryFormat() {
        for (long seed = 0; seed < 64; seed++) {
            Set<Class<?>> met = new HashSet<>();
            leaves(create("document", seed), met);
            assertThat(met).containsExactlyInAnyOrder(String.class, Integer.class, Double.class, Boolean.class);
        }
    }

    private static void leaves(Object value, Set<Class<?>> met) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> leaves(inner, met));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> leaves(inner, met));
        } else {
            met.add(value.getClass());
            if (value instanceof Double number) {
                assertThat(number % 1).isNotZero();
            }
        }
    }

    private static Object create(String id, long seed) {
        return Objects.requireNonNull(PAYLOADS.get(id)).create(seed);
    }
}
