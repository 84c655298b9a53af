package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names what a report could have and this one has not, with the command that measures it: silence would hide it. */
final class NotMeasured {
    /** What is missing where no section has the id, and what measures it. */
    private static final Map<String, String> SECTIONS = sections();

    private NotMeasured() {}

    /** @return empty where nothing is missing */
    static Optional<Lines> lines(List<Section> sections, boolean matrix, boolean python) {
        Set<String> there = sections.stream().map(Section::id).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        SECTIONS.forEach((id, words) -> {
            if (!there.contains(id)) {
                missing.add(words);
            }
        });
        if (!matrix) {
            missing.add("the matrix of probed values ('probe --contracts', into the same results folder)");
        }
        if (!python) {
            missing.add("Python beside it ('scripts/python-reference')");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of("Left out, with what measures it: " + String.join("; ", missing) + "."));
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("transfer", "transfer over a pipe ('run stream roundTrip')");
        sections.put("stages", "stages of a trip ('run split')");
        sections.put("coding", "encode and decode without a pipe ('run encode decode')");
        sections.put("size-sweep", "payloads of several sizes ('run stream --payloads list-integer-*')");
        sections.put("windows", "several windows ('run stream -p window=1,64')");
        sections.put("first-reply", "cold start ('run firstReply')");
        sections.put("pool", "pool ('run pool')");
        sections.put("workers", "several workers ('run pool -p workers=1,2')");
        sections.put("remedies", "remedies (a run of '--preset standard' has them)");
        return sections;
    }
}
