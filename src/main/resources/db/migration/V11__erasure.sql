-- What has to be known of a customer to write to somebody goes with the invitation, so that nothing is kept of those who
-- are not asked, and the address only for as long as a mail may be needed.
ALTER TABLE invitation
    ADD COLUMN address   VARCHAR(320) COLLATE utf8mb4_0900_bin NULL COMMENT 'null: no mail is needed any more, or erased',
    ADD COLUMN summary   VARCHAR(500) COLLATE utf8mb4_0900_bin NULL COMMENT 'of the ticket; null: none, or erased',
    ADD COLUMN locale    VARCHAR(200) COLLATE utf8mb4_0900_bin NULL COMMENT 'null: unknown, or erased',
    ADD COLUMN time_zone VARCHAR(200) COLLATE utf8mb4_0900_bin NULL COMMENT 'null: unknown, or erased';

-- Only those that still have something before them.
UPDATE invitation
    JOIN person ON person.id = invitation.person_id
    JOIN ticket_closure ON ticket_closure.id = invitation.closure_id
SET invitation.address   = person.address,
    invitation.summary   = ticket_closure.summary,
    invitation.locale    = ticket_closure.requester_locale,
    invitation.time_zone = ticket_closure.requester_time_zone
WHERE invitation.next_action_at IS NOT NULL;

ALTER TABLE person DROP COLUMN address;

ALTER TABLE ticket_closure
    DROP COLUMN summary,
    DROP COLUMN requester_locale,
    DROP COLUMN requester_time_zone;

-- Whom a closing that is kept whole is about, found by the address as it is compared: small letters, no comments.
ALTER TABLE ticket_closing
    ADD COLUMN requester VARCHAR(500) COLLATE utf8mb4_0900_bin
        AS (LOWER(REGEXP_REPLACE(TRIM(closing ->> '$.closure.requester.email'), '[(][^)]*[)]', ''))) VIRTUAL,
    ADD COLUMN assignee VARCHAR(500) COLLATE utf8mb4_0900_bin
        AS (LOWER(REGEXP_REPLACE(TRIM(closing ->> '$.closure.assigneeEmail'), '[(][^)]*[)]', ''))) VIRTUAL,
    ADD KEY requester (requester),
    ADD KEY assignee (assignee);

ALTER TABLE response
    MODIFY comment VARCHAR(2000) COLLATE utf8mb4_0900_bin NULL COMMENT 'null: none; empty: erased';

ALTER TABLE response_ruling
    MODIFY reason VARCHAR(500) COLLATE utf8mb4_0900_bin NULL COMMENT 'null: erased with the person who responded';
