package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import java.util.Arrays;

/** Whether equal values are encoded to equal bytes, so that bytes can be compared, hashed or used as keys. */
final class EqualBytesContract implements Contract {
    @Override
    public String name() {
        return "equal bytes for equal values";
    }

    @Override
    public Finding find(Codec codec, ContractWorkers workers) {
        ContractWorkers.Encoded here = workers.firstCarried();
        if (!here.reply().fine()) {
            return here.reply().finding();
        }
        Reply there = workers.ask(
                ContractWorkers.RECEIVER,
                ContractService.ENCODE,
                ContractService.about(here.specimen(), true, new byte[0]));
        if (!there.fine()) {
            return there.finding();
        }
        String difference = difference(here.reply(), there);
        if (!difference.isEmpty()) {
            return new Finding("no", here.note() + "the same value in two JVMs: " + difference);
        }
        Reply map = workers.encoded(Specimens.MAP);
        Reply refilled = workers.encoded(Specimens.REFILLED_MAP);
        if (!map.fine() || !refilled.fine()) {
            return new Finding("yes", here.note() + "in two JVMs; it carries no " + Specimens.MAP);
        }
        String filled = difference(map, refilled);
        return filled.isEmpty()
                ? new Finding("yes", here.note() + "in two JVMs, and for hash maps however they were filled")
                : new Finding(
                        "yes, but not for hash maps filled in another order",
                        here.note() + "equal in two JVMs; two equal hash maps: " + filled);
    }

    private static String difference(Reply one, Reply two) {
        int at = Arrays.mismatch(one.content(), two.content());
        return at < 0
                ? ""
                : one.content().length + " and " + two.content().length + " bytes, unlike from byte " + at + " on";
    }
}
