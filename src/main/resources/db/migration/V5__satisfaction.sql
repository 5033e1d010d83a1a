-- What closures and responses mean, month by month.

-- One row a closure with a survey: all that figures are made of. In the order in which they are read.
CREATE TABLE satisfaction_fact (
    survey           VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month            CHAR(7)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    closure_id       BINARY(16)   NOT NULL,
    desk             VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    ticket_type      VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    service          VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    category         VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    assignment_group VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    priority         VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    department       VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    location         VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    sla_met          BOOLEAN      NULL COMMENT 'null: unknown',
    skip_reason      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null: sampled',
    probability      DOUBLE       NULL COMMENT 'null: decided before the draw',
    invitation_state VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null: not sampled',
    reopened         BOOLEAN      NOT NULL DEFAULT FALSE,
    scale            VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the score',
    score            TINYINT      NULL COMMENT 'null: no response counts',
    commented        BOOLEAN      NOT NULL DEFAULT FALSE,
    quarantined      BOOLEAN      NOT NULL DEFAULT FALSE,
    drivers          TEXT         NULL COMMENT 'a JSON array; null: none',
    PRIMARY KEY (survey, month, closure_id),
    UNIQUE KEY closure (closure_id)
);

-- Which facts changed since their month was computed: appended to by every transaction that touches facts, so that
-- none waits for another; emptied by the computation.
CREATE TABLE satisfaction_change (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    survey     VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month      CHAR(7)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    KEY month (survey, month),
    KEY changed (changed_at, survey, month)
);

-- The months that were computed. The row is locked while one is.
CREATE TABLE satisfaction_month (
    survey  VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month   CHAR(7)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    settled BOOLEAN     NOT NULL COMMENT 'published as final',
    PRIMARY KEY (survey, month),
    KEY settled (settled, survey, month)
);

-- The newest revision of every figure.
CREATE TABLE satisfaction_figure (
    survey      VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month       CHAR(7)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dimension   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value       VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    revision    INT          NOT NULL,
    status      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    computed_at DATETIME(6)  NOT NULL,
    data        MEDIUMTEXT   NOT NULL COMMENT 'JSON as published; text, so that it stays letter for letter',
    released    MEDIUMTEXT   NULL COMMENT 'JSON of the statistics last shown; null: none ever were',
    PRIMARY KEY (survey, month, dimension, value),
    KEY value (dimension, value)
);
