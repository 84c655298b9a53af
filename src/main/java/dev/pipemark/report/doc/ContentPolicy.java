package dev.pipemark.report.doc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content security policy of a page (CSP level 2). It allows the page's own scripts and style, by their digests, and
 * nothing else. A name that slips through the template's escapes is therefore not run, and nothing is requested from a
 * network.
 */
final class ContentPolicy {
    private ContentPolicy() {}

    /**
     * @param scripts the exact texts of the elements
     * @param styles the exact texts of the elements; style attributes are allowed too, because drawings have them
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
