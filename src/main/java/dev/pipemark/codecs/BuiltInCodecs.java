package dev.pipemark.codecs;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import java.util.List;

/** The codecs that come with the suite, in the order reports list them: the one place where they are named. */
public final class BuiltInCodecs implements CodecProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public BuiltInCodecs() {}

    @Override
    public List<Codec> codecs() {
        return List.of(
                new RawCodec(),
                new JavaCodec(),
                new KryoCodec(),
                new KryoRegisteredCodec(),
                new KryoGraphCodec(),
                new MsgpackCodec(),
                new ForyCodec(),
                new ForyGraphCodec());
    }
}
