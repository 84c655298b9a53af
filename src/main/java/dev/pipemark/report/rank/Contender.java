package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.PairCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A codec with the parameters that distinguish its rows.
 *
 * @param extras parameters without a column of their own; usually empty
 */
public record Contender(String codec, String extras) {
    public static Contender of(Cell cell) {
        return new Contender(cell.codec(), Kind.extras(cell));
    }

    /**
     * Returns the contenders of these cells in plan order, then the codecs that were tried and do not carry the payload, then
     * the sized codecs. Returns none if there are neither cells nor sizes.
     */
    static List<Contender> of(
            Findings findings, String payload, List<Score> some, List<Score> others, List<String> sized) {
        if (some.isEmpty() && others.isEmpty() && sized.isEmpty()) {
            return List.of();
        }
        List<Contender> arms = new ArrayList<>();
        some.forEach(score -> arms.add(of(score.cell())));
        others.forEach(score -> arms.add(of(score.cell())));
        Stream<String> refusing = findings.checks().stream()
                .filter(check -> check.payload().equals(payload) && !check.exact())
                .map(PairCheck::codec);
        Stream.concat(refusing, sized.stream())
                .filter(codec -> arms.stream().noneMatch(contender -> contender.codec.equals(codec)))
                .forEach(codec -> arms.add(new Contender(codec, "")));
        return arms.stream().distinct().toList();
    }

    @Nullable
    Score in(List<Score> scores) {
        return scores.stream()
                .filter(score -> of(score.cell()).equals(this))
                .findFirst()
                .orElse(null);
    }
}
