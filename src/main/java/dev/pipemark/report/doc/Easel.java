package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Figure;
import java.io.IOException;
import java.util.Map;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;
import tools.jackson.databind.json.JsonMapper;

/**
 * ECharts in Rhino, in its server-side mode. Scripts get JSON and have no access to Java. Setting up takes seconds. An easel
 * is confined to the thread that created it.
 */
final class Easel implements AutoCloseable {
    /** Globals that ECharts expects. Timers never fire, which is safe because nothing is animated. */
    private static final String SURROUNDINGS = """
            var console = {log: function () {}, warn: function () {}, error: function () {}};
            var setTimeout = function () { return 0; };
            var clearTimeout = function () {};
            """;

    private final JsonMapper json = new JsonMapper();
    private final Context context;
    private final ScriptableObject scope;

    /**
     * @param own scripts by name, in the order of their dependencies
     */
    Easel(String echarts, Map<String, String> own) throws IOException {
        context = Context.enter();
        try {
            // Rhino cannot compile ECharts, which is too large for one method. The other scripts are not worth it.
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            scope = context.initSafeStandardObjects();
            context.evaluateString(scope, SURROUNDINGS, "surroundings", 1, null);
            context.evaluateString(scope, echarts, "echarts.min.js", 1, null);
            own.forEach((name, text) -> context.evaluateString(scope, text, name, 1, null));
        } catch (RhinoException e) {
            context.close();
            throw said(e);
        }
    }

    String draw(Figure figure) throws IOException {
        try {
            Function draw = (Function) ScriptableObject.getProperty(scope, "drawPipemarkChart");
            Object drawn = draw.call(context, scope, scope, new Object[] {
                figure.draw(), json.writeValueAsString(figure.data()), figure.width(), figure.height()
            });
            return Svg.described(Context.toString(drawn), figure);
        } catch (RhinoException e) {
            throw said(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static IOException said(RhinoException e) {
        return new IOException(e.details() + " (" + e.sourceName() + ", line " + e.lineNumber() + ")", e);
    }
}
