-- Who is asked, and how.

-- A customer, known by a keyed hash of the address. The row is locked while it is decided whether to ask.
CREATE TABLE person (
    id               BINARY(16)   NOT NULL PRIMARY KEY,
    address_hash     BINARY(32)   NOT NULL,
    address          VARCHAR(320) COLLATE utf8mb4_0900_bin NULL COMMENT 'null once erased',
    opted_out_at     DATETIME(6)  NULL,
    undeliverable_at DATETIME(6)  NULL COMMENT 'the last hard bounce',
    UNIQUE KEY address_hash (address_hash)
);

-- The ledger: one row a closure, never changed.
CREATE TABLE decision (
    closure_id     BINARY(16)  NOT NULL PRIMARY KEY,
    survey         VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null: no survey takes the ticket',
    month          CHAR(7)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    skip_reason    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null: sampled',
    probability    DOUBLE      NULL COMMENT 'null: decided before the draw',
    policy_version CHAR(12)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at     DATETIME(6) NOT NULL
);

-- One person asked about one closure.
CREATE TABLE invitation (
    id             BINARY(16)  NOT NULL PRIMARY KEY,
    closure_id     BINARY(16)  NOT NULL,
    person_id      BINARY(16)  NOT NULL,
    survey         VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month          CHAR(7)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cancel_reason  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
    due_at         DATETIME(6) NOT NULL,
    asked_at       DATETIME(6) NULL COMMENT 'what cool-down and cap count from; null: does not count',
    sent_at        DATETIME(6) NULL,
    reminded_at    DATETIME(6) NULL,
    expires_at     DATETIME(6) NOT NULL,
    attempts       INT         NOT NULL DEFAULT 0,
    next_action_at DATETIME(6) NULL COMMENT 'when to send, remind or expire; null: nothing left to do',
    UNIQUE KEY closure (closure_id),
    KEY person_asked (person_id, asked_at),
    KEY next_action (next_action_at),
    KEY survey_month (survey, month)
);

-- The sampling rate that a wanted minimum gives to a value for a month, fixed at its first use.
CREATE TABLE stratum (
    survey      VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month       CHAR(7)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dimension   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value       VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    probability DOUBLE       NOT NULL,
    PRIMARY KEY (survey, month, dimension, value)
);

-- How many closures of a month a survey with a monthly cap has sampled.
CREATE TABLE monthly_quota (
    survey  VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month   CHAR(7)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sampled INT         NOT NULL,
    PRIMARY KEY (survey, month)
);
