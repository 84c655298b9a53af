package dev.pipemark.slowed;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import java.util.List;

/** One codec at its own speed, and really slower by a tenth and by a fifth. */
public final class SlowedProvider implements CodecProvider {
    @Override
    public List<Codec> codecs() {
        return List.of(new SlowedCodec(0), new SlowedCodec(10), new SlowedCodec(20));
    }
}
