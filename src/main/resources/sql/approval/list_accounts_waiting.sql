-- Ids of approved shops of whose accounts one waits, from a cursor on; parameters as in list_waiting. Indexes:
-- merchant_account_pending_ix, merchant_pk, outlet_merchant_ix, outlet_location_open_uq.
SELECT m.merchant_id
FROM merchant m
WHERE m.status = 'APPROVED'
  AND m.merchant_id IN (SELECT a.merchant_id FROM merchant_account a WHERE a.status = 'PENDING')
  AND ($1::text IS NULL OR m.search_text LIKE $1 ESCAPE '\')
  AND ($2::uuid IS NULL OR m.merchant_id > $2)
  AND ($3::text IS NULL AND $4::text IS NULL AND $5::text[] IS NULL OR EXISTS (
        SELECT FROM outlet o
        JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
        JOIN place d ON d.place_id = l.district_place_id
        LEFT JOIN place s ON s.place_id = l.street_place_id
        WHERE o.merchant_id = m.merchant_id
          AND ($3::text IS NULL OR d.code = $3)
          AND ($4::text IS NULL OR s.code = $4)
          AND ($5::text[] IS NULL OR d.code = ANY ($5))))
ORDER BY m.merchant_id
LIMIT $6
