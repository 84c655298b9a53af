package dev.pipemark.report;

import dev.pipemark.report.Page.Figure;
import dev.pipemark.result.CodecFacts;
import dev.pipemark.result.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which charts there are, and the data of each. How they look is in {@code charts.js}. A chart of one dot is none. */
final class Drawings {
    private static final int WIDTH = 860;
    private static final int LINE = 26;

    private Drawings() {}

    /** Who streams fastest: dots with intervals. */
    static List<Figure> rates(String payload, List<Transfer> rows) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Transfer row : rows) {
            Estimate rate = PayloadSections.rate(row.stream());
            if (rate.known()) {
                Map<String, Object> item = item(row.codec(), row.extras());
                put(item, rate);
                Scale scale = Scale.rate(List.of(rate.value()));
                item.put(
                        "label",
                        scale.value(rate.value(), rate.hasInterval() ? 3 : 2).text() + " " + scale.unit());
                items.add(item);
            }
        }
        return figure(
                "rate-" + Page.slug(payload),
                "Streamed rate of " + payload,
                "Messages per second by codec, on a logarithmic axis, fastest on top; whiskers are 95 % intervals over"
                        + " forks where there are three or more. The numbers are in the table below.",
                "rates",
                100 + LINE * items.size(),
                items);
    }

    /** What is traded: bytes against rate. */
    static List<Figure> tradeOff(String payload, List<Transfer> rows, List<Coding> codings) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Transfer row : rows) {
            Estimate rate = PayloadSections.rate(row.stream());
            for (Coding coding : codings) {
                if (rate.known()
                        && row.extras().isEmpty()
                        && coding.codec().equals(row.codec())
                        && coding.size() != null) {
                    Map<String, Object> item = item(row.codec(), "");
                    item.put("bytes", coding.size().mean());
                    put(item, rate);
                    items.add(item);
                    break;
                }
            }
        }
        return figure(
                "size-rate-" + Page.slug(payload),
                "Size against streamed rate of " + payload,
                "Mean message size in bytes against messages per second, both logarithmic: up and to the left is better."
                        + " The numbers are in the tables of this payload.",
                "tradeOff",
                460,
                items);
    }

    /** Codec or pipe: the stages of a trip, stacked. */
    static List<Figure> stages(String payload, Findings findings, List<Score> rows) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Score row : rows) {
            List<Double> stages =
                    SplitSection.STAGES.values().stream().map(row::metric).toList();
            if (row.measured() && stages.stream().noneMatch(stage -> stage.isNaN())) {
                Map<String, Object> item = item(findings.codec(row.cell().codec()), Kind.extras(row.cell()));
                item.put("stages", stages.stream().map(stage -> stage / 1000).toList());
                items.add(item);
            }
        }
        return figure(
                "split-" + Page.slug(payload),
                "Stages of a round trip of " + payload,
                "Microseconds of each stage of a round trip, stacked, by codec: what the codec takes and what the pipe"
                        + " takes. The numbers are in the table below.",
                "stages",
                100 + LINE * items.size(),
                Map.of("items", items, "stages", List.copyOf(SplitSection.STAGES.keySet())),
                items.size());
    }

    /** Rates along a thing that grows: a line for each codec. */
    static List<Figure> sweep(
            String id, String title, String along, Findings findings, List<Long> points, List<SweepSection.Row> rows) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (SweepSection.Row row : rows) {
            List<Map<String, Object>> values = new ArrayList<>();
            for (long point : points) {
                Estimate rate = PayloadSections.rate(row.at(point));
                if (rate.known()) {
                    Map<String, Object> value = new LinkedHashMap<>();
                    value.put("at", point);
                    put(value, rate);
                    values.add(value);
                }
            }
            if (values.size() > 1) {
                Map<String, Object> item =
                        item(findings.codec(row.arm().codec()), row.arm().extras());
                item.put("points", values);
                items.add(item);
            }
        }
        return figure(
                id,
                title,
                "Messages per second by codec along the " + along
                        + ", both axes logarithmic. The numbers are in the table" + " below.",
                "sweep",
                480,
                Map.of("items", items, "along", along, "points", points),
                items.isEmpty() ? 0 : 2);
    }

    private static List<Figure> figure(
            String id, String title, String description, String draw, int height, List<Map<String, Object>> items) {
        return figure(id, title, description, draw, height, Map.of("items", items), items.size());
    }

    private static List<Figure> figure(
            String id, String title, String description, String draw, int height, Map<String, Object> data, int items) {
        return items < 2 ? List.of() : List.of(new Figure(id, title, description, draw, WIDTH, height, data, "", true));
    }

    private static Map<String, Object> item(CodecFacts codec, String extras) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", codec.id() + (extras.isEmpty() ? "" : " " + extras));
        item.put("badge", codec.badge().isEmpty() ? "other" : codec.badge());
        return item;
    }

    private static void put(Map<String, Object> item, Estimate estimate) {
        item.put("value", estimate.value());
        if (estimate.hasInterval()) {
            item.put("lower", estimate.lower());
            item.put("upper", estimate.upper());
        }
    }
}
