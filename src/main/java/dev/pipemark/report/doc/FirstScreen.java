package dev.pipemark.report.doc;

import java.util.List;
import java.util.Map;

/**
 * The answer at the top of a page. The sections below it are folded.
 *
 * @param question the page's heading
 * @param facts the run and the machine, in a few words each
 * @param caveat how far to trust the answer; may be empty
 * @param view the values of {@code front.mustache} by name
 * @param blocks the same content for Markdown
 */
public record FirstScreen(
        String question, List<String> facts, String caveat, Map<String, Object> view, List<Page.Block> blocks) {}
