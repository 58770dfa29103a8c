-- What codes of memos were issued for. Index: reference_pk.
SELECT reference, COALESCE(qr_id, payment_request_id) AS target FROM reference WHERE reference = ANY ($1)
