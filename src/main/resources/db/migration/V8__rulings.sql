-- What people decided about responses: who, when and why. A row is never changed.
CREATE TABLE response_ruling (
    id          BINARY(16)   NOT NULL PRIMARY KEY,
    response_id BINARY(16)   NOT NULL,
    ruling      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'QUARANTINE or RELEASE',
    reason      VARCHAR(500) COLLATE utf8mb4_0900_bin NOT NULL,
    ruled_by    VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL COMMENT 'the name of the login',
    ruled_at    DATETIME(6)  NOT NULL,
    KEY of_response (response_id, id)
);

-- Who opted out and in again, by whom, when and why. A row is never changed.
CREATE TABLE opt_out_change (
    id         BINARY(16)   NOT NULL PRIMARY KEY,
    person_id  BINARY(16)   NOT NULL,
    opted_out  BOOLEAN      NOT NULL COMMENT 'false: in again',
    reason     VARCHAR(500) COLLATE utf8mb4_0900_bin NULL COMMENT 'null: the person, who need not give one',
    changed_by VARCHAR(200) COLLATE utf8mb4_0900_bin NULL COMMENT 'the name of the login; null: the person',
    changed_at DATETIME(6)  NOT NULL,
    KEY of_person (person_id, id)
);

-- A machine that repeats a person's answer before it contradicts it leaves this trace.
ALTER TABLE response
    ADD COLUMN repeated_at DATETIME(6) NULL COMMENT 'when another form said the same again, the last time';
