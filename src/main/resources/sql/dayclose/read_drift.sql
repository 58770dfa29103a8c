-- Callbacks against statements of day $1, told by transactions below $2, all accounts together; see day_drift (V016).
-- Index: payment_business_date_bx, statement_line_business_date_bx, statement_line_payment_uq.
SELECT COALESCE(sum(matched), 0)::bigint AS matched, COALESCE(sum(recovered), 0)::bigint AS recovered,
       COALESCE(sum(missing), 0)::bigint AS missing, COALESCE(sum(mismatch), 0)::bigint AS mismatch,
       COALESCE(sum(duplicate), 0)::bigint AS duplicate, COALESCE(sum(unresolved), 0)::bigint AS unresolved,
       COALESCE(sum(net_vnd), 0)::text AS net_vnd, COALESCE(sum(absolute_vnd), 0)::text AS absolute_vnd
FROM day_drift($1, $2)
