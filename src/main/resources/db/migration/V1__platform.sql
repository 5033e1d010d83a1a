-- Ground floor: what every room uses. Times are UTC, given by the service, never asked of the database.

-- Records on their way to Kafka because of a database change. Rows are appended in the transaction of that change and
-- deleted once the broker has acknowledged them.
CREATE TABLE outbox (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic        VARCHAR(249) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_key   TEXT COLLATE utf8mb4_0900_bin NOT NULL,
    record_value MEDIUMBLOB   NOT NULL,
    appended_at  DATETIME(6)  NOT NULL
);

-- Work that one replica at a time may do.
CREATE TABLE lease (
    name       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    holder     BINARY(16)   NOT NULL,
    held_until DATETIME(6)  NOT NULL
);
