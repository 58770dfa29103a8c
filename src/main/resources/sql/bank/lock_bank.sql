-- Locks a bank, so that two changes of its keys follow each other; no row means there is none. Index: bank_pk.
SELECT dialect FROM bank WHERE bank_code = $1 FOR NO KEY UPDATE
