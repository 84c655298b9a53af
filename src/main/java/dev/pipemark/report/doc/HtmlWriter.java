package dev.pipemark.report.doc;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.pipemark.report.doc.Page.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a page as one HTML file that needs no other. The template escapes everything except the page's own style and
 * scripts. Texts, tables and the first screen can be read without scripts. Scripts add sorting, a filter, a choice of
 * colours, and charts.
 */
public final class HtmlWriter {
    private HtmlWriter() {}

    public static String write(Page page) throws IOException {
        return write(page, Optional.empty());
    }

    /**
     * @param front the first screen, if the page has one; the sections are then folded
     */
    public static String write(Page page, Optional<FirstScreen> front) throws IOException {
        String style = resource("report.css") + (front.isPresent() ? resource("front.css") : "");
        String early = resource("early.js");
        String script = ChartScripts.plain((front.isPresent() ? resource("standings.js") + resource("front.js") : "")
                + resource("report.js")
                + resource("live.js"));
        String charts = page.figures().isEmpty() ? "" : ChartScripts.echarts() + "\n" + ChartScripts.own();

        Map<String, Object> view = new HashMap<>();
        view.put("title", page.title());
        view.put("policy", ContentPolicy.of(List.of(early, script, charts), List.of(style)));
        view.put("style", style);
        view.put("early", early);
        view.put("script", script);
        view.put("charts", packed(charts));
        view.put("heading", front.map(FirstScreen::question).orElse(page.title()));
        front.ifPresent(screen -> view.put("front", screen));
        view.put("folded", front.isPresent());
        view.put(
                "chapters",
                page.chapters().stream()
                        .map(chapter -> Map.of(
                                "id", chapter.get(0).id(),
                                "title", chapter.get(0).title(),
                                "sections",
                                        chapter.stream()
                                                .map(HtmlWriter::section)
                                                .toList()))
                        .toList());
        Template template = Mustache.compiler()
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource("report.mustache"));
        return template.execute(view);
    }

    /** Returns a script as base64 of zlib's format. It is less than half as long, and has no text that ends its element. */
    private static String packed(String script) throws IOException {
        if (script.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(bytes)) {
            packed.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static Map<String, Object> section(Section section) {
        return Map.of(
                "id", section.id(),
                "title", section.title(),
                "top", section.level() == 2,
                "blocks", section.blocks().stream().map(HtmlBlocks::view).toList());
    }

    private static String resource(String name) throws IOException {
        return ChartScripts.text("/dev/pipemark/report/" + name);
    }
}
