-- Why: a password that an administrator made for somebody is known to two people, so whoever logs in with it must
-- choose one of his own before anything else; passwords that are there already stay as they are.
-- Lock: ACCESS EXCLUSIVE on credential and session for an instant: constant defaults write no row. Time on 100 M
-- payments: none are read. Back: drop the columns.

ALTER TABLE credential ADD COLUMN password_temporary boolean NOT NULL DEFAULT false;

-- Copied from the credential when the session is opened, so that finding a session stays one read.
ALTER TABLE session ADD COLUMN password_temporary boolean NOT NULL DEFAULT false;
