package dev.pipemark.report.doc;

import tools.jackson.databind.json.JsonMapper;

/** Data for the scripts of a page. */
public final class PageJson {
    private static final JsonMapper JSON = new JsonMapper();

    private PageJson() {}

    /** JSON in which no name can end the element that it stands in. */
    public static String of(Object data) {
        return JSON.writeValueAsString(data)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }
}
