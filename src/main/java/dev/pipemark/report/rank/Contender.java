package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns the contenders of these cells in plan order, then the codecs that were tried and do not carry the payload. */
    static List<Contender> of(Findings findings, String payload, List<Score> some, List<Score> others) {
        List<Contender> arms = new ArrayList<>();
        some.forEach(score -> arms.add(of(score.cell())));
        others.forEach(score -> arms.add(of(score.cell())));
        findings.checks().stream()
                .filter(check -> check.payload().equals(payload) && !check.exact())
                .filter(check -> arms.stream().noneMatch(contender -> contender.codec.equals(check.codec())))
                .forEach(check -> arms.add(new Contender(check.codec(), "")));
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
