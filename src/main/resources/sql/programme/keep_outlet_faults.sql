-- Keeps what is wrong with outlets as of day $1. Index: outlet_fault_pk; reads all outlets and codes.
WITH now AS MATERIALIZED (
    SELECT * FROM outlet_faults($1)
), gone AS (
    DELETE FROM outlet_fault k WHERE NOT EXISTS (SELECT FROM now n WHERE n.district_place_id = k.district_place_id)
)
INSERT INTO outlet_fault AS k (district_place_id, outlets_without_street, outlets_without_ward, outlets_in_ended_ward,
    codes_never_checked)
SELECT district_place_id, outlets_without_street, outlets_without_ward, outlets_in_ended_ward, codes_never_checked
FROM now
ON CONFLICT ON CONSTRAINT outlet_fault_pk DO UPDATE
SET outlets_without_street = excluded.outlets_without_street, outlets_without_ward = excluded.outlets_without_ward,
    outlets_in_ended_ward = excluded.outlets_in_ended_ward, codes_never_checked = excluded.codes_never_checked
WHERE k IS DISTINCT FROM excluded
