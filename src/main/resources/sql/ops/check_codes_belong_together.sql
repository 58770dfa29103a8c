-- Codes and requests whose outlet or account is another merchant's; for checks only. Indexes: outlet_pk,
-- merchant_account_pk.
SELECT count(*) OVER () AS offenders, issued.reference || ' ' || issued.id AS offender
FROM (SELECT reference, qr_id AS id, merchant_id, outlet_id, account_id FROM qr_code
      UNION ALL
      SELECT reference, payment_request_id, merchant_id, outlet_id, account_id FROM payment_request) issued
JOIN outlet o ON o.outlet_id = issued.outlet_id
JOIN merchant_account a ON a.account_id = issued.account_id
WHERE o.merchant_id <> issued.merchant_id OR a.merchant_id <> issued.merchant_id
LIMIT 10
