-- Counts outlets that have a code which is good at $3, and those of them where a code was looked at and green since the day
-- $2. $1: districts that the caller is limited to. Indexes: outlet_location_district_ix, qr_code_outlet_ix,
-- qr_revocation_pk, self_check_green_day_ix.
WITH checked AS MATERIALIZED (
    SELECT DISTINCT k.outlet_id FROM self_check k WHERE k.verdict = 'GREEN' AND k.business_date >= $2)
SELECT count(*) AS outlets, count(k.outlet_id) AS checked
FROM outlet_location l
JOIN place d ON d.place_id = l.district_place_id
LEFT JOIN checked k ON k.outlet_id = l.outlet_id
WHERE l.valid_to IS NULL
  AND ($1::text[] IS NULL OR d.code = ANY ($1))
  AND EXISTS (SELECT FROM qr_code q
              WHERE q.outlet_id = l.outlet_id AND q.expires_at >= $3
                AND NOT EXISTS (SELECT FROM qr_revocation r WHERE r.serial = q.serial))
