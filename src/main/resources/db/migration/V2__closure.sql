-- A ticket was closed. Neither the customer's address nor a name is kept here, but for closings that were not needed
-- yet (ticket_closing), which hold the event as it came.

-- The row that is locked while the history of a ticket is looked at.
CREATE TABLE ticket (
    desk      VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ticket_id VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    PRIMARY KEY (desk, ticket_id)
);

-- One closing of one ticket in one cycle.
CREATE TABLE ticket_closure (
    id                   BINARY(16)   NOT NULL PRIMARY KEY,
    desk                 VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ticket_id            VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    cycle                INT          NOT NULL,
    closed_at            DATETIME(6)  NOT NULL,
    reopen_count         INT          NULL COMMENT 'as the desk said it',
    reopened_at          DATETIME(6)  NULL COMMENT 'when we learned of a later reopening',
    ticket_number        VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    ticket_type          VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    summary              VARCHAR(500) COLLATE utf8mb4_0900_bin NULL,
    opened_at            DATETIME(6)  NULL,
    resolved_at          DATETIME(6)  NULL,
    priority             VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    category             VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    service              VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    assignment_group     VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    close_code           VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    sla_met              BOOLEAN      NULL COMMENT 'null: unknown',
    requester_locale     VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    requester_time_zone  VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    requester_department VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    requester_location   VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    UNIQUE KEY ticket_cycle (desk, ticket_id, cycle),
    KEY closed (closed_at)
);

-- Closings that were the same closure as another: a reopening that is learned of later may part them.
CREATE TABLE ticket_closing (
    id           BINARY(16)   NOT NULL PRIMARY KEY,
    desk         VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ticket_id    VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    closed_at    DATETIME(6)  NOT NULL,
    reopen_count INT          NOT NULL COMMENT '-1: the desk did not say',
    closing      JSON         NOT NULL,
    UNIQUE KEY ticket_moment (desk, ticket_id, closed_at, reopen_count)
);

CREATE TABLE ticket_reopening (
    id           BINARY(16)   NOT NULL PRIMARY KEY,
    desk         VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ticket_id    VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    reopened_at  DATETIME(6)  NOT NULL,
    reopen_count INT          NOT NULL COMMENT '-1: the desk did not say',
    UNIQUE KEY ticket_moment (desk, ticket_id, reopened_at)
);
