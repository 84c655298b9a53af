package dev.pipemark.report.doc;

import java.util.List;
import java.util.Map;

/**
 * What a page answers before its sections, which then are folded.
 *
 * @param question the page's heading
 * @param facts what was run and on what, in a few words each
 * @param caveat how far to trust it; empty where nothing is known
 * @param view the parts of {@code front.mustache} by name
 * @param blocks the same for Markdown
 */
public record FirstScreen(
        String question, List<String> facts, String caveat, Map<String, Object> view, List<Page.Block> blocks) {
    public FirstScreen {
        facts = List.copyOf(facts);
        view = Map.copyOf(view);
        blocks = List.copyOf(blocks);
    }
}
