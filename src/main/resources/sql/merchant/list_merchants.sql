-- Lists merchants, newest first, from a cursor on; a filter that is NULL does not filter. Index: merchant_pk backwards,
-- outlet_merchant_ix and outlet_location_pk for districts, merchant_account_pending_ix and merchant_account_merchant_ix for
-- the account that waits and the one before it. $4: districts asked for, $5: districts the caller may see.
SELECT m.merchant_id, m.status, m.legal_name, m.display_name, m.tax_code, m.phone_e164, m.category_code, m.locale,
       m.created_at, m.updated_at, m.approved_at, m.version, m.amount_tolerance_vnd,
       ARRAY(SELECT DISTINCT d.code
             FROM outlet o
             JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
             JOIN place d ON d.place_id = l.district_place_id
             WHERE o.merchant_id = m.merchant_id
             ORDER BY d.code) AS district_codes,
       w.account_id AS waiting_id, w.bank_bin AS waiting_bin, right(w.account_number, 4) AS waiting_end,
       w.account_name AS waiting_name, b.bank_bin AS replaced_bin, right(b.account_number, 4) AS replaced_end
FROM merchant m
LEFT JOIN LATERAL (
    SELECT a.account_id, a.bank_bin, a.account_number, a.account_name, a.rank, a.replaces_account_id
    FROM merchant_account a
    WHERE a.merchant_id = m.merchant_id AND a.status = 'PENDING'
    ORDER BY a.created_at, a.account_id
    LIMIT 1) w ON true
LEFT JOIN LATERAL (
    -- The one that is to give way, or that was given up for it at once.
    SELECT o.bank_bin, o.account_number
    FROM merchant_account o
    WHERE o.merchant_id = m.merchant_id
      AND (o.account_id = w.replaces_account_id
           OR w.replaces_account_id IS NULL AND o.status = 'REPLACED' AND o.rank = w.rank)
    ORDER BY o.replaced_at DESC NULLS FIRST
    LIMIT 1) b ON w.account_id IS NOT NULL
WHERE ($1::text IS NULL OR m.status = $1)
  AND (NOT $7::boolean OR m.merchant_id IN (SELECT p.merchant_id FROM merchant_account p WHERE p.status = 'PENDING'))
  AND ($2::text IS NULL OR m.search_text LIKE $2 ESCAPE '\')
  AND ($3::uuid IS NULL OR m.merchant_id < $3)
  AND ($4::text IS NULL OR EXISTS (
        SELECT FROM outlet o
        JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
        JOIN place d ON d.place_id = l.district_place_id
        WHERE o.merchant_id = m.merchant_id AND d.code = $4))
  AND ($5::text[] IS NULL OR EXISTS (
        SELECT FROM outlet o
        JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
        JOIN place d ON d.place_id = l.district_place_id
        WHERE o.merchant_id = m.merchant_id AND d.code = ANY ($5)))
ORDER BY m.merchant_id DESC
LIMIT $6
