-- Counts what is not resolved, by kind, within the districts of $1: all, not taken in hand, waiting for a second person.
-- Indexes: recon_case_unresolved_ix, outlet_merchant_ix.
SELECT c.kind, count(*) AS cases, count(*) FILTER (WHERE c.status = 'OPEN') AS fresh,
       count(*) FILTER (WHERE c.pending_act_id IS NOT NULL) AS pending
FROM recon_case c
WHERE c.status <> 'RESOLVED'
  AND ($1::text[] IS NULL OR c.district_code = ANY ($1) OR EXISTS (
        SELECT FROM recon_case_party o
        JOIN outlet h ON h.merchant_id = o.merchant_id
        JOIN outlet_location l ON l.outlet_id = h.outlet_id AND l.valid_to IS NULL
        JOIN place d ON d.place_id = l.district_place_id
        WHERE o.case_id = c.case_id AND d.code = ANY ($1)))
GROUP BY c.kind
