package dev.pipemark.report.doc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a page may do: run the scripts and wear the style that it came with, known by their digests (CSP level 2), and
 * nothing else. So a name that got past the template's escapes would still not act, and nothing is asked of a network.
 */
final class ContentPolicy {
    private ContentPolicy() {}

    /**
     * @param scripts the texts of elements, to the letter
     * @param styles likewise; attributes that style one element are allowed, since drawings have them
     */
    static String of(List<String> scripts, List<String> styles) {
        return "default-src 'none'; script-src " + digests(scripts) + "; style-src " + digests(styles)
                + "; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String digests(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .map(ContentPolicy::digest)
                .collect(Collectors.joining(" "));
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
