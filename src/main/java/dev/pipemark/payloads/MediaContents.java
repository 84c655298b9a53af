package dev.pipemark.payloads;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value for which serializer comparisons have published encoded sizes since 2008.
 *
 * <p>Seed 0 has the field values of jvm-serializers, {@code tpc/data/media.1.json}. One person's name there ends in a
 * Hangul syllable. For any other seed, the letters of the alphabet are permuted, and each number is drawn from the
 * numbers with the same number of bits and digits. Strings keep their lengths and their common parts, so all seeds
 * encode to nearly the same size.
 */
record MediaContents(Shape<MediaContent> shape) implements Payload<MediaContent> {
    @Override
    public String id() {
        return "media-content";
    }

    @Override
    public Family family() {
        return Family.INSTANCES;
    }

    @Override
    public MediaContent create(long seed) {
        Variation like = seed == 0 ? Variation.none() : Variation.of(new SplitMix64(seed));
        MediaContent content = new MediaContent();
        content.media = media(like);
        content.images = new ArrayList<>(List.of(
                image(like, "http://javaone.com/keynote_large.jpg", 1024, 768, Image.Size.LARGE),
                image(like, "http://javaone.com/keynote_small.jpg", 320, 240, Image.Size.SMALL)));
        return content;
    }

    @Override
    public boolean same(MediaContent sent, @Nullable Object arrived) {
        return sent.equals(arrived);
    }

    private static Media media(Variation like) {
        Media media = new Media();
        media.uri = like.text("http://javaone.com/keynote.mpg");
        media.title = like.text("Javaone Keynote");
        media.width = like.number(640);
        media.height = like.number(480);
        media.format = like.text("video/mpg4");
        media.duration = like.number(18_000_000);
        media.size = like.number(58_982_400);
        media.bitrate = like.number(262_144);
        media.hasBitrate = true;
        media.persons = new ArrayList<>(List.of(like.text("Bill Gates"), like.text("Steve Jobs\uC2A4")));
        media.player = Media.Player.JAVA;
        media.copyright = null;
        return media;
    }

    private static Image image(Variation like, String uri, int width, int height, Image.Size size) {
        Image image = new Image();
        image.uri = like.text(uri);
        image.title = like.text("Javaone Keynote");
        image.width = like.number(width);
        image.height = like.number(height);
        image.size = size;
        return image;
    }

    /** Derives the value of a seed from the published one. */
    private record Variation(@Nullable SplitMix64 random, String alphabet) {
        private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

        static Variation none() {
            return new Variation(null, ALPHABET);
        }

        static Variation of(SplitMix64 random) {
            StringBuilder shuffled = new StringBuilder(ALPHABET);
            for (int last = shuffled.length() - 1; last > 0; last--) {
                int other = random.below(last + 1);
                char swapped = shuffled.charAt(last);
                shuffled.setCharAt(last, shuffled.charAt(other));
                shuffled.setCharAt(other, swapped);
            }
            return new Variation(random, shuffled.toString());
        }

        /**
         * Returns a new string each time, even for equal texts. Codecs that track references would write a shared string
         * only once.
         */
        String text(String published) {
            StringBuilder text = new StringBuilder(published.length());
            for (int i = 0; i < published.length(); i++) {
                char letter = published.charAt(i);
                if (letter >= 'a' && letter <= 'z') {
                    text.append(alphabet.charAt(letter - 'a'));
                } else if (letter >= 'A' && letter <= 'Z') {
                    text.append((char) (alphabet.charAt(letter - 'A') - 'a' + 'A'));
                } else {
                    text.append(letter);
                }
            }
            return text.toString();
        }

        int number(int published) {
            if (random == null) {
                return published;
            }
            int first = Integer.highestOneBit(published);
            int last = 2 * first - 1;
            for (int power = 10; power <= last; power *= 10) {
                if (power <= published) {
                    first = Math.max(first, power);
                } else {
                    last = power - 1;
                }
            }
            return random.between(first, last);
        }
    }
}
