package com.acme;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import java.io.IOException;

/** Writes every text in quotes, and doubles each quote within the text (RFC 4180). All invoices share one builder. */
final class CsvCoder implements Coder<Invoice> {
    private final StringBuilder line = new StringBuilder();

    @Override
    public void encode(Invoice invoice, Frame out) throws IOException {
        line.setLength(0);
        quote(invoice.number());
        quote(invoice.customer());
        quote(invoice.remark());
        line.append(invoice.cents()).append(',').append(invoice.paid());
        out.write(line.toString().getBytes(UTF_8));
    }

    @Override
    public Invoice decode(Frame in) throws IOException {
        Fields fields = new Fields(new String(in.array(), in.offset(), in.length(), UTF_8));
        return new Invoice(
                fields.text(),
                fields.text(),
                fields.text(),
                Long.parseLong(fields.plain()),
                Boolean.parseBoolean(fields.plain()));
    }

    private void quote(String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            line.append(letter);
            if (letter == '"') {
                line.append('"');
            }
        }
        line.append("\",");
    }

    private static final class Fields {
        private final String line;
        private int next;

        Fields(String line) {
            this.line = line;
        }

        String text() throws IOException {
            if (next >= line.length() || line.charAt(next) != '"') {
                throw new IOException("a quote was expected at character " + next);
            }
            StringBuilder text = new StringBuilder();
            for (int i = next + 1; i < line.length() - 1; i++) {
                if (line.charAt(i) != '"') {
                    text.append(line.charAt(i));
                } else if (line.charAt(i + 1) == '"') {
                    text.append('"');
                    i++;
                } else {
                    next = i + 2;
                    return text.toString();
                }
            }
            throw new IOException("the text that begins at character " + next + " does not end");
        }

        String plain() {
            int comma = line.indexOf(',', next);
            String field = line.substring(next, comma < 0 ? line.length() : comma);
            next += field.length() + 1;
            return field;
        }
    }
}
