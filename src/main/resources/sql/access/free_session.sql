-- Lets a session do everything again once its owner chose a password of his own. Index: session_pk.
UPDATE session SET password_temporary = false WHERE token_hash = $1 AND password_temporary
