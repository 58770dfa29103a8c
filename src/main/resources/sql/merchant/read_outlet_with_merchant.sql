-- Reads what issuing a code must know: outlet, owner, main approved account, place. Index: outlet_pk, merchant_pk,
-- merchant_account_open_rank_uq, outlet_location_open_uq.
SELECT o.outlet_id, o.name AS outlet_name, m.merchant_id, m.status AS merchant_status, m.display_name, m.category_code,
       a.account_id, a.bank_bin, a.account_number, a.account_name, a.status, a.rank, a.created_at,
       a.replaces_account_id,
       d.code AS district_code, d.name_vi AS district_name, s.name_vi AS street_name
FROM outlet o
JOIN merchant m ON m.merchant_id = o.merchant_id
JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
JOIN place d ON d.place_id = l.district_place_id
LEFT JOIN place s ON s.place_id = l.street_place_id
LEFT JOIN LATERAL (
    SELECT account_id, bank_bin, account_number, account_name, status, rank, created_at, replaces_account_id
    FROM merchant_account
    WHERE merchant_id = m.merchant_id AND status = 'APPROVED'
    ORDER BY rank
    LIMIT 1) a ON true
WHERE o.outlet_id = $1
