package io.ticketpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ClosingTest {

    private final List<String> ended = new ArrayList<>();
    private final Closing closing = new Closing();

    @Test
    void whatWasStartedLastEndsFirst() {
        closing.add(() -> ended.add("database"));
        closing.add(() -> ended.add("service"));

        closing.finish();

        assertThat(ended).containsExactly("service", "database");
    }

    @Test
    void whatComesUpDuringTheEndIsEndedAtOnce() {
        closing.begin();

        assertThatThrownBy(() -> closing.add(() -> ended.add("late"))).isInstanceOf(DemoException.class);

        assertThat(ended).containsExactly("late");
    }

    @Test
    void aPartThatDoesNotEndDoesNotKeepTheOthers() {
        closing.add(() -> ended.add("database"));
        closing.add(() -> {
            throw new IllegalStateException("stuck");
        });

        closing.finish();

        assertThat(ended).containsExactly("database");
    }
}
