-- Keeps that outlets $2 were paid for the first time on day $1, at $3, and that no other was. Index:
-- outlet_first_payment_pk, outlet_first_payment_date_ix.
WITH gone AS (
    DELETE FROM outlet_first_payment k WHERE k.business_date = $1 AND NOT (k.outlet_id = ANY ($2::uuid[]))
)
INSERT INTO outlet_first_payment AS k (outlet_id, business_date, paid_at)
SELECT f.outlet_id, $1, f.paid_at
FROM unnest($2::uuid[], $3::timestamptz[]) AS f (outlet_id, paid_at)
ON CONFLICT ON CONSTRAINT outlet_first_payment_pk DO UPDATE
SET business_date = excluded.business_date, paid_at = excluded.paid_at
WHERE k IS DISTINCT FROM excluded
