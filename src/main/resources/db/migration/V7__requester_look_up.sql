-- Closures whose requester the desk is being asked about: recorded, and nobody is told of them before they leave this
-- table. The requester's address is not in it; the assignee's is, as in ticket_closing, for as long as the row lives.
CREATE TABLE requester_look_up (
    closure_id      BINARY(16)  NOT NULL PRIMARY KEY,
    desk            VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    closing         JSON        NOT NULL,
    attempts        INT         NOT NULL COMMENT 'that failed, or are under way',
    next_attempt_at DATETIME(6) NOT NULL,
    deadline        DATETIME(6) NOT NULL COMMENT 'decided without an address from then on',
    KEY next_attempt (next_attempt_at)
);
