package com.acme;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Payload;
import dev.pipemark.api.PayloadProvider;
import java.util.List;

/** Lists the codec and the payload of this jar. The files in {@code META-INF/services} name this class. */
public final class AcmeProvider implements CodecProvider, PayloadProvider {
    @Override
    public List<Codec> codecs() {
        return List.of(new CsvCodec());
    }

    @Override
    public List<Payload<?>> payloads() {
        return List.of(new InvoicePayload());
    }
}
