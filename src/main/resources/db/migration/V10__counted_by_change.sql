-- Months are counted by what changed in them, and stay as they are once they are sealed.

-- Facts from before keep null: their closures are in the class "(none)".
ALTER TABLE satisfaction_fact
    ADD COLUMN time_to_resolve BIGINT NULL COMMENT 'seconds; null: unknown';

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

-- What is to be counted: appended to by every transaction that touches facts, so that none waits for another; emptied by
-- whoever counts.
CREATE TABLE satisfaction_uncounted (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    survey     VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month      CHAR(7)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    closure_id BINARY(16)  NULL COMMENT 'what changed; null: the month is only to be compared again',
    changed_at DATETIME(6) NOT NULL,
    KEY month (survey, month, changed_at)
);

-- A replica of the version before adds months up from all facts, and takes no notice of what is counted. From here on it
-- finds its change log no more and everything that it does with facts fails as a whole, until it is replaced. First the
-- name is taken away, which waits for its running transactions; so nothing that it has committed is lost.
RENAME TABLE satisfaction_change TO satisfaction_change_before;

INSERT INTO satisfaction_uncounted (survey, month, changed_at)
SELECT survey, month, MIN(changed_at) FROM satisfaction_change_before GROUP BY survey, month;

DROP TABLE satisfaction_change_before;

ALTER TABLE satisfaction_month
    ADD COLUMN counted   BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'whether all its facts have been noted to be counted',
    ADD COLUMN scale     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'on which it was last published; null: it never was',
    ADD COLUMN sealed_at DATETIME(6) NULL COMMENT 'from then on its figures stay as they are',
    ADD KEY sealed (month, sealed_at);

UPDATE satisfaction_month JOIN satisfaction_figure USING (survey, month)
SET satisfaction_month.scale = UPPER(JSON_UNQUOTE(JSON_EXTRACT(data, '$.scale.kind')))
WHERE dimension = 'all';
