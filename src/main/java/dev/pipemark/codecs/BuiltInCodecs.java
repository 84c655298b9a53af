package dev.pipemark.codecs;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Compression;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.activej.ActivejCodec;
import dev.pipemark.codecs.avaje.AvajeJsonbCodec;
import dev.pipemark.codecs.avro.AvroGenericCodec;
import dev.pipemark.codecs.avro.AvroReflectCodec;
import dev.pipemark.codecs.avro.AvroSpecificCodec;
import dev.pipemark.codecs.bson.BsonCodec;
import dev.pipemark.codecs.compressed.Algorithm;
import dev.pipemark.codecs.dsljson.DslJsonCodec;
import dev.pipemark.codecs.eclipse.EclipseCodec;
import dev.pipemark.codecs.fastjson2.Fastjson2DubboCodec;
import dev.pipemark.codecs.fastjson2.Fastjson2JsonCodec;
import dev.pipemark.codecs.fastjson2.Fastjson2JsonbCodec;
import dev.pipemark.codecs.flatbuffers.FlatbuffersCodec;
import dev.pipemark.codecs.fory.ForyCodec;
import dev.pipemark.codecs.fory.ForyCompatibleCodec;
import dev.pipemark.codecs.fory.ForyGraphCodec;
import dev.pipemark.codecs.fory.ForyJsonCodec;
import dev.pipemark.codecs.fory.ForyRefsCodec;
import dev.pipemark.codecs.gson.GsonCodec;
import dev.pipemark.codecs.hessian.HessianCodec;
import dev.pipemark.codecs.hessianlite.HessianLiteCodec;
import dev.pipemark.codecs.jackson.Jackson2Codec;
import dev.pipemark.codecs.jackson.JacksonCodec;
import dev.pipemark.codecs.java.JavaCodec;
import dev.pipemark.codecs.java.JavaHandwrittenCodec;
import dev.pipemark.codecs.jboss.JbossRiverCodec;
import dev.pipemark.codecs.jboss.JbossRiverTableCodec;
import dev.pipemark.codecs.jsonio.JsonIoCodec;
import dev.pipemark.codecs.kryo.KryoCodec;
import dev.pipemark.codecs.kryo.KryoCompatibleCodec;
import dev.pipemark.codecs.kryo.KryoGraphCodec;
import dev.pipemark.codecs.kryo.KryoRegisteredCodec;
import dev.pipemark.codecs.kryo.KryoRegisteredRefsCodec;
import dev.pipemark.codecs.kryo.KryoTaggedCodec;
import dev.pipemark.codecs.moshi.MoshiCodec;
import dev.pipemark.codecs.msgpack.MsgpackCodec;
import dev.pipemark.codecs.msgpack.MsgpackHandwrittenCodec;
import dev.pipemark.codecs.protobuf.ProtobufCodec;
import dev.pipemark.codecs.protostuff.ProtostuffCodec;
import dev.pipemark.codecs.raw.RawCodec;
import dev.pipemark.codecs.sbe.SbeCodec;
import dev.pipemark.codecs.thrift.ThriftCodec;
import dev.pipemark.codecs.wire.WireCodec;
import dev.pipemark.codecs.xstream.XStreamCodec;
import dev.pipemark.codecs.yasson.YassonCodec;
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
                new JbossRiverCodec(),
                new JbossRiverTableCodec(),
                new KryoCodec(),
                new KryoRegisteredCodec(),
                new KryoRegisteredRefsCodec(),
                new KryoCompatibleCodec(),
                new KryoTaggedCodec(),
                new KryoGraphCodec(),
                new ForyCodec(),
                new ForyRefsCodec(),
                new ForyCompatibleCodec(),
                new ForyGraphCodec(),
                new HessianCodec(),
                new HessianLiteCodec(),
                new ProtostuffCodec(),
                new ActivejCodec(),
                new EclipseCodec(),
                new MsgpackCodec(),
                new MsgpackHandwrittenCodec(),
                Jackson2Codec.messagePack(),
                JacksonCodec.cbor(),
                JacksonCodec.cborArray(),
                JacksonCodec.smile(),
                JacksonCodec.smileArray(),
                JacksonCodec.ion(),
                JacksonCodec.avro(),
                JacksonCodec.json(),
                JacksonCodec.jsonBlackbird(),
                JacksonCodec.jsonAfterburner(),
                Algorithm.ZSTD.of(JacksonCodec.json(), COMPRESSED),
                JacksonCodec.typedJson(),
                Jackson2Codec.json(),
                new GsonCodec(),
                new MoshiCodec(),
                new YassonCodec(),
                new DslJsonCodec(),
                new AvajeJsonbCodec(),
                new JsonIoCodec(),
                new Fastjson2JsonCodec(),
                new ForyJsonCodec(),
                new Fastjson2JsonbCodec(),
                new Fastjson2DubboCodec(),
                new BsonCodec(),
                new XStreamCodec(),
                new ProtobufCodec(),
                new WireCodec(),
                new AvroSpecificCodec(),
                new AvroGenericCodec(),
                new AvroReflectCodec(),
                ThriftCodec.compact(),
                ThriftCodec.binary(),
                new SbeCodec(),
                new FlatbuffersCodec());
    }

    @Override
    public List<Compression> compressions() {
        return List.of(Algorithm.values());
    }
}
