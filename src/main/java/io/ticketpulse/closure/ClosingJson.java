package io.ticketpulse.closure;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketpulse.closure.TicketEvent.Closing;

/** Closings as JSON columns hold them: without the requester's name, which nobody needs. What an older version wrote can be read: what it left out is unknown. */
@Singleton
class ClosingJson {

    private final ObjectMapper mapper;

    ClosingJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Closing closing) {
        try {
            return mapper.writeValueAsString(closing.withoutName());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A closing that was read from JSON can be written as JSON", impossible);
        }
    }

    Closing read(String json) {
        try {
            return mapper.readValue(json, Closing.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A kept closing is not what this version writes", impossible);
        }
    }
}
