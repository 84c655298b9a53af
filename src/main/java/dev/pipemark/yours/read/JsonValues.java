package dev.pipemark.yours.read;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values in JSON: one array, or one value after another. Jackson binds them, also by private fields, since a class need not
 * have setters.
 */
final class JsonValues implements LongFunction<Object> {
    private final List<JsonNode> nodes;
    private final JavaType type;
    private final JsonMapper mapper;

    JsonValues(byte[] file, Type type) throws IOException {
        mapper = JsonMapper.builder()
                .changeDefaultVisibility(visibility -> visibility.withFieldVisibility(Visibility.ANY))
                .build();
        this.type = mapper.constructType(type);
        nodes = nodes(file);
    }

    @Override
    public Object apply(long seed) {
        return mapper.treeToValue(nodes.get(Math.floorMod(seed, nodes.size())), type);
    }

    private List<JsonNode> nodes(byte[] file) throws IOException {
        List<JsonNode> roots = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(file)) {
            while (parser.nextToken() != null) {
                roots.add(parser.readValueAsTree());
            }
        } catch (JacksonException e) {
            throw new IOException("it is not JSON: " + e.getOriginalMessage(), e);
        }
        if (roots.size() == 1 && roots.get(0).isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            roots.get(0).forEach(elements::add);
            roots = elements;
        }
        if (roots.isEmpty()) {
            throw new IOException("there is no value in it");
        }
        return roots;
    }
}
