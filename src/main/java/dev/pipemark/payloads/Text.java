package dev.pipemark.payloads;

/** Seeded strings. Each call creates a new string. Codecs that track references would write a shared string only once. */
final class Text {
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /**
     * The first and last code point of a gapless range in each of several scripts. Two ranges are outside the basic
     * plane.
     */
    private static final int[][] SCRIPTS = {
        {'a', 'z'},
        {0x00E0, 0x00F6}, // Latin with accents, 2 bytes in UTF-8
        {0x03B1, 0x03C9}, // Greek, 2 bytes
        {0x0430, 0x044F}, // Cyrillic, 2 bytes
        {0x05D0, 0x05EA}, // Hebrew, 2 bytes
        {0x0905, 0x0939}, // Devanagari, 3 bytes
        {0x3041, 0x3096}, // Hiragana, 3 bytes
        {0x4E00, 0x9FA5}, // Han, 3 bytes
        {0xAC00, 0xD7A3}, // Hangul, 3 bytes
        {0x10330, 0x1034A}, // Gothic, 4 bytes, a surrogate pair in Java
        {0x1F600, 0x1F64F}, // emoticons, 4 bytes, a surrogate pair in Java
    };

    private Text() {}

    /** ASCII letters and digits. */
    static String ascii(SplitMix64 random, int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(LETTERS_AND_DIGITS.charAt(random.below(LETTERS_AND_DIGITS.length())));
        }
        return text.toString();
    }

    /** Returns ASCII letters and digits of a length between the two bounds, both inclusive. */
    static String ascii(SplitMix64 random, int shortest, int longest) {
        return ascii(random, random.between(shortest, longest));
    }

    /** Returns a word that begins with a capital letter and continues with small letters. */
    static String name(SplitMix64 random, int shortest, int longest) {
        int length = random.between(shortest, longest);
        StringBuilder text = new StringBuilder(length).append((char) ('A' + random.below(26)));
        while (text.length() < length) {
            text.append((char) ('a' + random.below(26)));
        }
        return text.toString();
    }

    /** Returns words in mixed scripts with exactly this many bytes of UTF-8. Surrogates occur only in pairs. */
    static String unicode(SplitMix64 random, int utf8Bytes) {
        StringBuilder text = new StringBuilder(utf8Bytes);
        int left = utf8Bytes;
        while (left > 0) {
            int[] script = random.oneOf(SCRIPTS);
            for (int letters = random.between(2, 8); letters > 0 && left > 1; letters--) {
                int letter = random.between(script[0], script[1]);
                if (utf8Length(letter) > left - 1) {
                    letter = random.between('a', 'z');
                }
                text.appendCodePoint(letter);
                left -= utf8Length(letter);
            }
            text.append(left == 1 ? '.' : ' ');
            left--;
        }
        return text.toString();
    }

    private static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
