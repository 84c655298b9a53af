package dev.pipemark.capability.languages;

import dev.pipemark.capability.Arrival;
import dev.pipemark.capability.Deviations;
import dev.pipemark.capability.languages.Neutral.Bytes;
import dev.pipemark.capability.languages.Neutral.Constant;
import dev.pipemark.capability.languages.Neutral.Entry;
import dev.pipemark.capability.languages.Neutral.Field;
import dev.pipemark.capability.languages.Neutral.Mapping;
import dev.pipemark.capability.languages.Neutral.Real;
import dev.pipemark.capability.languages.Neutral.Sequence;
import dev.pipemark.capability.languages.Neutral.Structure;
import dev.pipemark.capability.languages.Neutral.Tag;
import dev.pipemark.capability.languages.Neutral.Text;
import dev.pipemark.capability.languages.Neutral.Whole;
import dev.pipemark.capability.languages.Neutral.Word;
import dev.pipemark.record.ValueOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares what a program in another language saw with the original.
 *
 * <p>Equal content in another kind of value is equal in another type: a record as a map of its fields or as a list of
 * them, a set as a list, a constant as its name. A missing part is a loss. An additional part, and other content, are
 * silently wrong. {@link Numbers}, {@link Times} and {@link Characters} have the rules for single values.
 */
final class Seen {
    /** The tags of CBOR and MessagePack that have no meaning here. Their content is compared. */
    private static final Pattern WRAPPER = Pattern.compile("(cbor|msgpack)-.*");

    /** The tags of RFC 8949 that belong to a number. */
    private static final Set<String> NUMBERS = Set.of("cbor-2", "cbor-3", "cbor-4");

    /** The longest path in a difference. If a path is longer, only its end is shown. */
    private static final int PATH = 60;

    private final Deviations found = new Deviations();

    private Seen() {}

    /** Compares a description with the original. */
    static Arrival of(Neutral original, Neutral described) {
        if (described == Word.NULL && original instanceof Structure) {
            return new Arrival(ValueOutcome.WRONG, "nothing arrived: null");
        }
        Seen seen = new Seen();
        seen.compare(original, described, "");
        return seen.found.arrival();
    }

    private void compare(Neutral was, Neutral is, String path) {
        if (is instanceof Tag tag
                && tag.parts().size() == 1
                && WRAPPER.matcher(tag.name()).matches()
                && !NUMBERS.contains(tag.name())) {
            found.add(ValueOutcome.OTHER_CLASS, name(path) + " has the tag " + tag.name());
            compare(was, tag.parts().get(0), path);
        } else if (was instanceof Structure structure) {
            structure(structure, is, path);
        } else if (was instanceof Mapping map) {
            map(map, is, path);
        } else if (was instanceof Sequence list) {
            list(list, is, path);
        } else if (was instanceof Tag tag && tag.is(Tag.SET)) {
            set(tag, is, path);
        } else {
            ValueOutcome outcome = single(was, is);
            if (outcome != ValueOutcome.EXACT) {
                found.add(outcome, name(path) + " was " + was.words() + ", is " + is.words());
            }
        }
    }

    private static ValueOutcome single(Neutral was, Neutral is) {
        if (was instanceof Word word) {
            return Characters.word(word, is);
        } else if (was instanceof Whole whole) {
            return Numbers.whole(whole.value(), is);
        } else if (was instanceof Real real) {
            return Numbers.real(real, is);
        } else if (was instanceof Text text) {
            return Characters.text(text.value(), is);
        } else if (was instanceof Bytes bytes) {
            return Characters.bytes(bytes, is);
        } else if (was instanceof Constant constant) {
            return Characters.constant(constant, is);
        } else if (was instanceof Tag tag) {
            return tag(tag, is);
        }
        throw new IllegalArgumentException("no rule for " + was.words());
    }

    private static ValueOutcome tag(Tag was, Neutral is) {
        return switch (was.name()) {
            case Tag.DECIMAL ->
                Numbers.decimal(new BigDecimal(((Text) was.parts().get(0)).value()), is);
            case Tag.TIMESTAMP -> Times.timestamp(was, is);
            case Tag.DATE_TIME, Tag.DATE, Tag.TIME, Tag.DURATION -> Times.named(was, is);
            default -> Characters.named(was, is);
        };
    }

    private void structure(Structure was, Neutral is, String path) {
        if (is instanceof Sequence list) {
            found.add(ValueOutcome.OTHER_CLASS, name(path) + " was a record, is a list without names");
            positions(was, list.items(), path);
        } else if (is instanceof Structure || is instanceof Mapping) {
            boolean message =
                    is instanceof Structure seen && simple(seen.name()).equals(was.name());
            if (!message) {
                found.add(ValueOutcome.OTHER_CLASS, name(path) + " was " + was.words() + ", is " + is.words());
            }
            fields(was, is, path);
        } else {
            composite(was, is, path);
        }
    }

    /** An unset field of a message has its default value, and a field of {@code null} may be left out. */
    private void fields(Structure was, Neutral is, String path) {
        Map<String, Neutral> there = Parts.of(is);
        for (Field field : was.fields()) {
            Neutral part = there.remove(Parts.name(field.name()));
            String at = path + "." + field.name();
            if (part != null) {
                compare(field.value(), part, at);
            } else if (field.value() != Word.NULL && !(is instanceof Structure && isBlank(field.value()))) {
                found.add(ValueOutcome.LOSSY, name(at) + " is missing");
            }
        }
        there.forEach((name, extra) -> {
            // Some formats name the class in a field of its own.
            boolean type = extra instanceof Text text && text.value().equals(was.name());
            if (!type && !isBlank(extra)) {
                found.add(ValueOutcome.WRONG, name(path + "." + name) + " was not there, is " + extra.words());
            }
        });
    }

    /** A decimal may take two positions: its unscaled bytes and its scale. */
    private void positions(Structure was, List<Neutral> items, String path) {
        int next = 0;
        for (Field field : was.fields()) {
            String at = path + "." + field.name();
            if (next >= items.size()) {
                found.add(ValueOutcome.LOSSY, name(at) + " is missing");
                continue;
            }
            Neutral item = items.get(next++);
            boolean apart = field.value() instanceof Tag tag
                    && tag.is(Tag.DECIMAL)
                    && item instanceof Bytes
                    && next < items.size();
            compare(field.value(), apart ? new Sequence(List.of(item, items.get(next++))) : item, at);
        }
        surplus(items.size() - next, path);
    }

    private void list(Sequence was, Neutral is, String path) {
        if (is instanceof Structure message
                && message.fields().size() == 1
                && message.fields().get(0).value() instanceof Sequence inner) {
            found.add(ValueOutcome.OTHER_CLASS, name(path) + " was a list, is a message that holds a list");
            list(was, inner, path);
        } else if (is instanceof Sequence seen) {
            int common = Math.min(was.items().size(), seen.items().size());
            for (int i = 0; i < common; i++) {
                compare(was.items().get(i), seen.items().get(i), path + "[" + i + "]");
            }
            if (was.items().size() > common) {
                found.add(ValueOutcome.LOSSY, name(path) + " had " + was.items().size() + " elements, has " + common);
            }
            surplus(seen.items().size() - common, path);
        } else {
            composite(was, is, path);
        }
    }

    private void surplus(int count, String path) {
        if (count > 0) {
            found.add(ValueOutcome.WRONG, name(path) + " has " + count + " more elements than the value sent");
        }
    }

    private void map(Mapping was, Neutral is, String path) {
        if (!(is instanceof Mapping seen)) {
            composite(was, is, path);
            return;
        }
        Matching matching = Matching.of(was.entries(), seen.entries(), Seen::outcome);
        for (Matching.Match match : matching.matches()) {
            String at = path + key(match.was());
            ValueOutcome key = outcome(match.was().key(), match.is().key());
            if (key != ValueOutcome.EXACT) {
                found.add(
                        key,
                        "the key of " + name(at) + " was " + match.was().key().words() + ", is "
                                + match.is().key().words());
            }
            compare(match.was().value(), match.is().value(), at);
        }
        matching.missing().forEach(entry -> found.add(ValueOutcome.LOSSY, name(path + key(entry)) + " is missing"));
        matching.extra()
                .forEach(entry -> found.add(
                        ValueOutcome.WRONG,
                        name(path + key(entry)) + " was not there, is "
                                + entry.value().words()));
        if (was.ordered() && !matching.inOrder()) {
            found.add(ValueOutcome.LOSSY, name(path) + " has lost its order");
        }
    }

    private void set(Tag was, Neutral is, String path) {
        boolean tagged = is instanceof Tag tag && tag.is(Tag.SET) && tag.parts().size() == 1;
        if (!tagged && !(is instanceof Sequence)) {
            composite(was, is, path);
            return;
        }
        Neutral inner = is instanceof Tag tag ? tag.parts().get(0) : is;
        if (!tagged) {
            found.add(ValueOutcome.OTHER_CLASS, name(path) + " was a set, is a list");
        }
        Matching matching = Matching.of(Matching.keys(was.parts().get(0)), Matching.keys(inner), Seen::outcome);
        matching.matches()
                .forEach(match -> compare(match.was().key(), match.is().key(), path + key(match.was())));
        matching.missing().forEach(entry -> found.add(ValueOutcome.LOSSY, name(path + key(entry)) + " is missing"));
        surplus(matching.extra().size(), path);
    }

    /**
     * Judges a value that had parts and arrived as a value without parts. It may be a text that shows the parts, but
     * a program cannot find them in the text.
     */
    private void composite(Neutral was, Neutral is, String path) {
        found.add(
                is == Word.NULL || is instanceof Text ? ValueOutcome.LOSSY : ValueOutcome.WRONG,
                name(path) + " was " + was.words() + ", is " + is.words());
    }

    private static ValueOutcome outcome(Neutral was, Neutral is) {
        Seen seen = new Seen();
        seen.compare(was, is, "");
        return seen.found.arrival().outcome();
    }

    private static String name(String path) {
        if (path.isEmpty()) {
            return "it";
        }
        return path.length() <= PATH ? path : "…" + path.substring(path.length() - PATH);
    }

    private static String key(Entry entry) {
        return "{" + entry.key().content() + "}";
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isBlank(Neutral value) {
        return value == Word.NULL
                || value == Word.FALSE
                || value instanceof Text text && text.value().isEmpty()
                || value instanceof Bytes bytes && bytes.hex().isEmpty()
                || value instanceof Whole whole && whole.value().signum() == 0
                || value instanceof Real real && real.value() == 0
                || value instanceof Constant constant && constant.ordinal() == 0
                || value instanceof Sequence list && list.items().isEmpty();
    }
}
