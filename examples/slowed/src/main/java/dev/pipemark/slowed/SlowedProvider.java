package dev.pipemark.slowed;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import java.util.ArrayList;
import java.util.List;

/** Lists one codec under twelve names, and the same codec with 10 % and with 20 % more work, under two names each. */
public final class SlowedProvider implements CodecProvider {
    private static final int EQUAL = 12;
    private static final int SLOWER = 2;

    @Override
    public List<Codec> codecs() {
        List<Codec> codecs = new ArrayList<>();
        add(0, EQUAL, codecs);
        add(10, SLOWER, codecs);
        add(20, SLOWER, codecs);
        return codecs;
    }

    private static void add(int percent, int names, List<Codec> codecs) {
        for (char name = 'a'; name < 'a' + names; name++) {
            codecs.add(new SlowedCodec(percent, name));
        }
    }
}
