package io.ticketpulse.response;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Remembers what the later rooms were told. */
@Singleton
class CountedResponses {

    private final List<ResponsesCounted.Standing> standings = new CopyOnWriteArrayList<>();

    void observe(@Observes ResponsesCounted counted) {
        standings.addAll(counted.standings());
    }

    List<ResponsesCounted.Standing> of(Invitee invitee) {
        return standings.stream().filter(standing -> standing.closureId().equals(invitee.closure())).toList();
    }
}
