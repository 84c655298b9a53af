package dev.pipemark.report.doc;

import tools.jackson.databind.json.JsonMapper;

/** Writes data for the scripts of a page. */
public final class PageJson {
    private static final JsonMapper JSON = new JsonMapper();

    private PageJson() {}

    /** Returns JSON in which no name can end the element around it. */
    public static String of(Object data) {
        return JSON.writeValueAsString(data)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }
}
