-- Counts what is wrong with outlets, counts and codes of the districts $2 (all where empty), as of $1. Index:
-- outlet_location_pk, baseline_pk, qr_code_outlet_ix, self_check_green_ix.
WITH here AS (
    SELECT o.outlet_id, l.district_place_id, l.ward_place_id, l.street_place_id, w.valid_to AS ward_ended
    FROM outlet o
    JOIN merchant m ON m.merchant_id = o.merchant_id AND m.status = 'APPROVED'
    JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
    LEFT JOIN place w ON w.place_id = l.ward_place_id
    WHERE cardinality($2::text[]) = 0 OR l.district_place_id = ANY ($2)
), counted AS (
    SELECT DISTINCT ON (b.place_id) b.place_id, b.valid_from
    FROM baseline b
    WHERE b.valid_from <= $1
    ORDER BY b.place_id, b.valid_from DESC
), street AS (
    SELECT DISTINCT m.member_place_id AS place_id
    FROM place_member m
    WHERE m.member_place_id LIKE 'street-%' AND m.container_place_id LIKE 'district-%'
        AND (cardinality($2::text[]) = 0 OR m.container_place_id = ANY ($2))
)
SELECT
    (SELECT count(*) FROM here WHERE street_place_id IS NULL) AS outlets_without_street,
    (SELECT count(*) FROM here WHERE ward_place_id IS NULL) AS outlets_without_ward,
    (SELECT count(*) FROM here WHERE ward_ended < $1::date) AS outlets_in_ended_ward,
    (SELECT count(*) FROM street s WHERE NOT EXISTS (SELECT FROM counted c WHERE c.place_id = s.place_id))
        AS streets_without_baseline,
    (SELECT count(*) FROM place d
        WHERE d.kind = 'DISTRICT' AND (cardinality($2::text[]) = 0 OR d.place_id = ANY ($2))
            AND NOT EXISTS (SELECT FROM counted c WHERE c.place_id = d.place_id)) AS districts_without_baseline,
    (SELECT count(*) FROM counted c
        WHERE c.valid_from < $1::date - 365
            AND (cardinality($2::text[]) = 0 OR c.place_id = ANY ($2)
                OR EXISTS (SELECT FROM street s WHERE s.place_id = c.place_id))) AS baselines_old,
    (SELECT count(*) FROM premises p JOIN street s ON s.place_id = p.street_place_id
        WHERE p.status = 'TRADING' AND p.seen_on < $1::date - 365) AS premises_old,
    (SELECT count(*) FROM walk_list w JOIN street s ON s.place_id = w.street_place_id
        WHERE w.ended_at IS NULL AND w.due_on < $1::date) AS walk_lists_late,
    (SELECT count(*) FROM here h JOIN qr_code q ON q.outlet_id = h.outlet_id
        WHERE NOT EXISTS (SELECT FROM qr_revocation r WHERE r.serial = q.serial)
            AND NOT EXISTS (SELECT FROM self_check c WHERE c.qr_id = q.qr_id AND c.verdict = 'GREEN'))
        AS codes_never_checked
