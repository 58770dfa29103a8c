-- Seals that do not follow the one before, skip a day, do not say what their row says, or whose parts are not the
-- totals kept beside them. Signatures are checked by verify-seals. Reads all seals, for checks only. Index: day_seal_pk.
WITH linked AS (
    SELECT s.*, s.document::jsonb AS told, lag(hash) OVER chain AS before_hash,
           lag(business_date) OVER chain AS before_date, lag(horizon_xid) OVER chain AS before_xid
    FROM day_seal s WINDOW chain AS (ORDER BY business_date)
), part AS (
    SELECT business_date, jsonb_object_agg(part_date::text, accounts_hash) AS hashes FROM day_seal_part GROUP BY 1
), told_part AS (
    SELECT l.business_date, jsonb_object_agg(p.part ->> 'businessDate', p.part ->> 'accountsHash') AS hashes
    FROM linked l
    CROSS JOIN LATERAL jsonb_array_elements(l.told -> 'adjustments' || jsonb_build_array(l.told -> 'regular')) p (part)
    WHERE (p.part ->> 'accounts')::bigint > 0
    GROUP BY 1
)
SELECT count(*) OVER () AS offenders, l.business_date::text AS offender
FROM linked l
LEFT JOIN part USING (business_date)
LEFT JOIN told_part t USING (business_date)
WHERE hash <> encode(sha256(convert_to('phopay-seal-1' || chr(10) || document, 'UTF8')), 'hex')
   OR previous_hash <> COALESCE(
       before_hash, encode(sha256(convert_to('phopay-seal-genesis-1' || chr(10), 'UTF8')), 'hex'))
   OR business_date <> COALESCE(before_date + 1, business_date)
   OR previous_horizon_xid <> COALESCE(before_xid, 0)
   OR (told ->> 'previous', told ->> 'businessDate', told ->> 'horizon', told #>> '{regular,businessDate}')
       IS DISTINCT FROM (previous_hash, business_date::text, horizon_xid::text, business_date::text)
   OR part.hashes IS DISTINCT FROM t.hashes
LIMIT 10
