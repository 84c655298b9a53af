package dev.pipemark.codecs;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Compression;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.compressed.Algorithm;
import dev.pipemark.codecs.fory.ForyCodec;
import dev.pipemark.codecs.fory.ForyCompatibleCodec;
import dev.pipemark.codecs.fory.ForyGraphCodec;
import dev.pipemark.codecs.fory.ForyRefsCodec;
import dev.pipemark.codecs.jackson.Jackson2Codec;
import dev.pipemark.codecs.jackson.JacksonCodec;
import dev.pipemark.codecs.java.JavaCodec;
import dev.pipemark.codecs.java.JavaHandwrittenCodec;
import dev.pipemark.codecs.kryo.KryoCodec;
import dev.pipemark.codecs.kryo.KryoCompatibleCodec;
import dev.pipemark.codecs.kryo.KryoGraphCodec;
import dev.pipemark.codecs.kryo.KryoRegisteredCodec;
import dev.pipemark.codecs.kryo.KryoRegisteredRefsCodec;
import dev.pipemark.codecs.kryo.KryoTaggedCodec;
import dev.pipemark.codecs.msgpack.MsgpackCodec;
import dev.pipemark.codecs.msgpack.MsgpackHandwrittenCodec;
import dev.pipemark.codecs.protobuf.ProtobufCodec;
import dev.pipemark.codecs.raw.RawCodec;
import java.util.List;
import java.util.Map;

/** The suite's own codecs, in the order of reports, and its compressions. No other place lists them. */
public final class BuiltInCodecs implements CodecProvider {
    /** Few codecs are listed with compression. A user names the others. */
    private static final Map<Use, Tier> COMPRESSED = Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL);

    /** Called by {@link java.util.ServiceLoader}. */
    public BuiltInCodecs() {}

    @Override
    public List<Codec> codecs() {
        return List.of(
                new RawCodec(),
                new JavaCodec(),
                Algorithm.LZ4.of(new JavaCodec(), COMPRESSED),
                new JavaHandwrittenCodec(),
                new KryoCodec(),
                new KryoRegisteredCodec(),
                new KryoRegisteredRefsCodec(),
                new KryoCompatibleCodec(),
                new KryoTaggedCodec(),
                new KryoGraphCodec(),
                new MsgpackCodec(),
                new MsgpackHandwrittenCodec(),
                Jackson2Codec.messagePack(),
                JacksonCodec.json(),
                Algorithm.ZSTD.of(JacksonCodec.json(), COMPRESSED),
                JacksonCodec.cbor(),
                JacksonCodec.smile(),
                JacksonCodec.typedJson(),
                Jackson2Codec.json(),
                new ForyCodec(),
                new ForyCompatibleCodec(),
                new ForyRefsCodec(),
                new ForyGraphCodec(),
                new ProtobufCodec());
    }

    @Override
    public List<Compression> compressions() {
        return List.of(Algorithm.values());
    }
}
