package dev.pipemark.probe.values;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pipemark.api.Shape;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** Tools for texts and bytes: patterns, formats, digests, keys. */
final class ToolValues {
    private ToolValues() {}

    static List<Value<?>> values() {
        return List.of(
                tool(
                                "pattern-with-flags",
                                "Pattern.compile(\"^a.b$\", CASE_INSENSITIVE | DOTALL | MULTILINE)",
                                Shape.of(Pattern.class),
                                ToolValues::pattern)
                        .asks("flags()", Pattern::flags)
                        .asks(
                                "finds in \"x\\nA\\nB\"",
                                pattern -> pattern.matcher("x\nA\nB").find()),
                tool(
                                "matcher",
                                "a Matcher of (\\d+) on a1b22",
                                Shape.of(Matcher.class),
                                () -> Pattern.compile("(\\d+)").matcher("a1b22"))
                        .byAnswers()
                        .asks(
                                "what it finds",
                                matcher -> matcher.results()
                                        .map(MatchResult::group)
                                        .toList()),
                tool(
                                "message-format",
                                "new MessageFormat(\"{0,number,0.##} of {1}\", Locale.ROOT)",
                                Shape.of(MessageFormat.class),
                                () -> new MessageFormat("{0,number,0.##} of {1}", Locale.ROOT))
                        .byAnswers()
                        .asks("format({1.5, \"2\"})", format -> format.format(new Object[] {1.5, "2"})),
                tool(
                                "decimal-format",
                                "a DecimalFormat with German symbols",
                                Shape.of(DecimalFormat.class),
                                () -> new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY)))
                        .byAnswers()
                        .asks("toPattern()", DecimalFormat::toPattern)
                        .asks("format(1234567.891)", format -> format.format(1_234_567.891)),
                tool(
                                "message-digest-begun",
                                "a MessageDigest that has read half of its input",
                                Shape.of(MessageDigest.class, digest().getClass()),
                                ToolValues::digest)
                        .byAnswers()
                        .asks("getAlgorithm()", MessageDigest::getAlgorithm)
                        .asks("digest of the whole", ToolValues::completed),
                tool(
                                "secret-key-spec",
                                "new SecretKeySpec(bytes, \"AES\")",
                                Shape.of(SecretKeySpec.class),
                                () -> new SecretKeySpec("0123456789abcdef".getBytes(US_ASCII), "AES"))
                        .byAnswers()
                        .asks("getAlgorithm()", SecretKeySpec::getAlgorithm)
                        .asks("getEncoded()", SecretKeySpec::getEncoded));
    }

    private static <T> Value<T> tool(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.JDK, summary, shape, maker);
    }

    private static Pattern pattern() {
        return Pattern.compile("^a.b$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.MULTILINE);
    }

    private static MessageDigest digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("pipe".getBytes(US_ASCII));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Completes a copy, because a completed digest starts again. */
    private static byte[] completed(MessageDigest begun) throws CloneNotSupportedException {
        MessageDigest copy = (MessageDigest) begun.clone();
        return copy.digest("mark".getBytes(US_ASCII));
    }
}
