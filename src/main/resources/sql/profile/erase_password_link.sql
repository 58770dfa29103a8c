-- Forgets by which link a merchant was to choose its password; $2 is the moment. Index: password_link_pk.
DELETE FROM password_link WHERE merchant_id = $1 AND made_at <= $2::timestamptz
