-- The accounts that the codes of these references name. Indexes: qr_code_reference_uq, payment_request_reference_uq,
-- merchant_account_pk.
SELECT a.bank_bin, a.account_number, a.account_name
FROM (
    SELECT account_id FROM qr_code WHERE reference = ANY ($1)
    UNION
    SELECT account_id FROM payment_request WHERE reference = ANY ($1)) c
JOIN merchant_account a ON a.account_id = c.account_id
