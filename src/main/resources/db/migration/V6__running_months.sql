-- The months that are not final yet are looked for every day; there are few of them, and ever more of the others.
CREATE INDEX running ON satisfaction_month (settled);
