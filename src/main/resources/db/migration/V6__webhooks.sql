-- Desks that send webhooks.

-- Whether events of a ticket wait in the outbox is asked for every delivery.
ALTER TABLE outbox ADD KEY topic_key (topic, record_key(200));

-- What became of the deliveries of each desk.
CREATE TABLE desk_activity (
    desk       VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what it told, if it was accepted',
    deliveries BIGINT      NOT NULL,
    last_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (desk, outcome, reason)
);

-- A desk that tells what a state is, and not what it was, sees a ticket open; whether that is a reopening depends on what
-- else is known.
ALTER TABLE ticket_reopening
    ADD COLUMN only_if_closed BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'counts only after a closing that is known';
