-- Whether this database was a demo's before, and whether it holds merchants at all. Index: bank_pk.
SELECT EXISTS (SELECT FROM bank WHERE bank_code = $1) AS is_demo, EXISTS (SELECT FROM merchant) AS has_merchants
