-- One code for each outlet.
INSERT INTO qr_code (qr_id, merchant_id, outlet_id, account_id, reference, serial, payload, key_id, issued_at, expires_at,
    business_date)
SELECT gen_random_uuid(), o.merchant_id, o.outlet_id, a.account_id, 'R' || a.account_number, 'S' || a.account_number, 'p',
       'k', o.created_at, o.created_at + interval '3 years', business_day(o.created_at)
FROM outlet o
JOIN merchant_account a USING (merchant_id)
