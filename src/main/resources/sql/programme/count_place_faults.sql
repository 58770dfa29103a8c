-- Counts what is wrong with outlets, counts and codes of the districts $2 (all where empty), as of $1: outlets as they
-- are kept where $3, else all of them. Index: outlet_fault_pk, outlet_location_pk, baseline_pk.
WITH here AS (
    SELECT sum(f.outlets_without_street)::bigint AS outlets_without_street,
        sum(f.outlets_without_ward)::bigint AS outlets_without_ward,
        sum(f.outlets_in_ended_ward)::bigint AS outlets_in_ended_ward,
        sum(f.codes_never_checked)::bigint AS codes_never_checked
    FROM (
        SELECT * FROM outlet_fault WHERE $3
        UNION ALL
        SELECT * FROM outlet_faults($1) WHERE NOT $3) f
    WHERE cardinality($2::text[]) = 0 OR f.district_place_id = ANY ($2)
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
    COALESCE(h.outlets_without_street, 0) AS outlets_without_street,
    COALESCE(h.outlets_without_ward, 0) AS outlets_without_ward,
    COALESCE(h.outlets_in_ended_ward, 0) AS outlets_in_ended_ward,
    COALESCE(h.codes_never_checked, 0) AS codes_never_checked,
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
        WHERE w.ended_at IS NULL AND w.due_on < $1::date) AS walk_lists_late
FROM here h
