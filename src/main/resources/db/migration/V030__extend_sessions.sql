-- Why: (1) a password that an administrator made for somebody is known to two people, so whoever logs in with it must
-- choose one of his own before anything else; passwords that are there already stay as they are. (2) The screen on the
-- wall runs for months: it gets a session that opens the wall and nothing else, instead of somebody's own.
-- Lock: ACCESS EXCLUSIVE on credential and session for an instant: constant defaults write no row, and the few sessions
-- are checked against the longer list of roles; wall_screen is new. Time on 100 M payments: none are read. Back: end the
-- screens' sessions, put the old list of roles back, drop the table and the columns.

ALTER TABLE credential ADD COLUMN password_temporary boolean NOT NULL DEFAULT false;

-- Copied from the credential when the session is opened, so that finding a session stays one read.
ALTER TABLE session ADD COLUMN password_temporary boolean NOT NULL DEFAULT false;

ALTER TABLE session DROP CONSTRAINT session_role_known;
ALTER TABLE session ADD CONSTRAINT session_role_known
    CHECK (role IN ('MERCHANT', 'REGISTRAR', 'ANALYST', 'ADMIN', 'LISTENER', 'SCREEN'));

-- A screen on a wall, opened by an administrator on the machine that shows it. Its session names it as subject.
CREATE TABLE wall_screen (
    screen_id   uuid NOT NULL,
    name        text NOT NULL,
    opened_at   timestamptz NOT NULL,
    opened_by   uuid NOT NULL,
    ended_at    timestamptz NULL,
    ended_by    uuid NULL,
    CONSTRAINT wall_screen_pk PRIMARY KEY (screen_id),
    CONSTRAINT wall_screen_name_sized CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT wall_screen_opened_by_fk FOREIGN KEY (opened_by) REFERENCES staff (staff_id),
    CONSTRAINT wall_screen_ended_by_fk FOREIGN KEY (ended_by) REFERENCES staff (staff_id),
    CONSTRAINT wall_screen_ended_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
