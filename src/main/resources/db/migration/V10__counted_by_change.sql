-- Months are counted by what changed in them, and stay as they are once they are sealed.

ALTER TABLE satisfaction_fact
    ADD COLUMN time_to_resolve BIGINT NULL COMMENT 'seconds; null: unknown';

UPDATE satisfaction_fact JOIN ticket_closure ON ticket_closure.id = satisfaction_fact.closure_id
SET time_to_resolve = TIMESTAMPDIFF(SECOND, opened_at, COALESCE(resolved_at, closed_at))
WHERE opened_at <= COALESCE(resolved_at, closed_at);

-- The part of a fact that can change, as it was when it was last counted. Whoever counts writes here and nobody else, so
-- that neither waits for those who write facts nor keeps them waiting.
CREATE TABLE satisfaction_counted (
    closure_id BINARY(16) NOT NULL PRIMARY KEY,
    fact       TEXT       NOT NULL
        COMMENT 'invitation_state, reopened, scale, score, commented, quarantined and, as JSON, drivers'
);

-- What is added up of all facts that were counted, for every value of every dimension.
CREATE TABLE satisfaction_cell (
    survey    VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month     CHAR(7)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dimension VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value     VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    data      MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    PRIMARY KEY (survey, month, dimension, value)
);

ALTER TABLE satisfaction_change
    ADD COLUMN closure_id BINARY(16) NULL COMMENT 'what changed; null: the month is only to be compared again',
    DROP KEY changed,
    DROP KEY month,
    ADD KEY month (survey, month, changed_at);

-- Whatever there is has not been counted yet.
INSERT INTO satisfaction_change (survey, month, closure_id, changed_at)
SELECT survey, month, closure_id, '1970-01-01' FROM satisfaction_fact;

ALTER TABLE satisfaction_month
    ADD COLUMN sealed_at DATETIME(6) NULL COMMENT 'from then on its figures stay as they are',
    ADD KEY sealed (month, sealed_at);
