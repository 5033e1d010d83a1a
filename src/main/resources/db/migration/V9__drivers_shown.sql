-- Which reasons could be picked, in the order in which they were shown: the first ones are picked more often.
ALTER TABLE response
    ADD COLUMN drivers_shown VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'separated by spaces; null for responses from before this was recorded';
