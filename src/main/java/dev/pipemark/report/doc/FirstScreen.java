package dev.pipemark.report.doc;

import java.util.List;

/**
 * The answer at the top of a page. The sections below it are folded. The template {@code front.mustache} has the same names.
 *
 * @param question the page's heading
 * @param facts the run and the machine, in a few words each
 * @param caveat how far to trust the answer; may be empty
 * @param arms a sentence for each arm
 * @param sentence the answer
 * @param drawing the cards as SVG; empty if there are none
 * @param note an explanation of the numbers of the board
 * @param data the standings for the page's script, as JSON
 * @param blocks the same content for Markdown
 */
public record FirstScreen(
        String question,
        List<String> facts,
        String caveat,
        List<String> arms,
        String sentence,
        String drawing,
        Page.Table board,
        String note,
        String data,
        List<Page.Block> blocks) {}
