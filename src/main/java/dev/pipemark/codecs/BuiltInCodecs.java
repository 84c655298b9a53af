package dev.pipemark.codecs;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.codecs.dsljson.DslJsonCodec;
import dev.pipemark.codecs.fory.ForyCodec;
import dev.pipemark.codecs.fory.ForyCompatibleCodec;
import dev.pipemark.codecs.fory.ForyGraphCodec;
import dev.pipemark.codecs.gson.GsonCodec;
import dev.pipemark.codecs.jackson.Jackson2Codec;
import dev.pipemark.codecs.jackson.JacksonCodec;
import dev.pipemark.codecs.java.JavaCodec;
import dev.pipemark.codecs.java.JavaHandwrittenCodec;
import dev.pipemark.codecs.jsonio.JsonIoCodec;
import dev.pipemark.codecs.kryo.KryoCodec;
import dev.pipemark.codecs.kryo.KryoCompatibleCodec;
import dev.pipemark.codecs.kryo.KryoGraphCodec;
import dev.pipemark.codecs.kryo.KryoRegisteredCodec;
import dev.pipemark.codecs.kryo.KryoTaggedCodec;
import dev.pipemark.codecs.moshi.MoshiCodec;
import dev.pipemark.codecs.msgpack.MsgpackCodec;
import dev.pipemark.codecs.msgpack.MsgpackHandwrittenCodec;
import dev.pipemark.codecs.protobuf.ProtobufCodec;
import dev.pipemark.codecs.raw.RawCodec;
import dev.pipemark.codecs.yasson.YassonCodec;
import java.util.List;

/** The suite's own codecs, in the order of reports. No other place lists them. */
public final class BuiltInCodecs implements CodecProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public BuiltInCodecs() {}

    @Override
    public List<Codec> codecs() {
        return List.of(
                new RawCodec(),
                new JavaCodec(),
                new JavaHandwrittenCodec(),
                new KryoCodec(),
                new KryoRegisteredCodec(),
                new KryoCompatibleCodec(),
                new KryoTaggedCodec(),
                new KryoGraphCodec(),
                new MsgpackCodec(),
                new MsgpackHandwrittenCodec(),
                Jackson2Codec.messagePack(),
                JacksonCodec.json(),
                JacksonCodec.cbor(),
                JacksonCodec.smile(),
                JacksonCodec.typedJson(),
                Jackson2Codec.json(),
                new GsonCodec(),
                new MoshiCodec(),
                new YassonCodec(),
                new DslJsonCodec(),
                new JsonIoCodec(),
                new ForyCodec(),
                new ForyCompatibleCodec(),
                new ForyGraphCodec(),
                new ProtobufCodec());
    }
}
