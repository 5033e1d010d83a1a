package io.ticketpulse.satisfaction;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON that this room keeps in its tables. It reads only what it wrote, so failing is a defect. */
@Singleton
class FigureJson {

    private final ObjectMapper mapper;

    FigureJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Figures can be written as JSON", impossible);
        }
    }

    <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored figures are not what this version writes", impossible);
        }
    }

    JsonNode tree(String json) {
        return read(json, new TypeReference<JsonNode>() {
        });
    }
}
