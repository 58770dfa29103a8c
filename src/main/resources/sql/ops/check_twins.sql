-- Twins whose counted payment is missing, is a twin itself, is told by the same voice of the same sender or tells of another transfer; reads all
-- twins, for checks only. Index: payment_pk.
SELECT count(*) OVER () AS offenders, p.payment_id || ' ' || p.twin_of AS offender
FROM payment p
LEFT JOIN payment c ON c.payment_id = p.twin_of
LEFT JOIN bank pb ON pb.bank_code = p.bank_code
LEFT JOIN bank cb ON cb.bank_code = c.bank_code
WHERE p.twin_of IS NOT NULL
  AND (c.payment_id IS NULL OR c.twin_of IS NOT NULL OR (c.bank_code, c.source) = (p.bank_code, p.source) OR pb.bin IS DISTINCT FROM cb.bin
       OR p.bank_trace IS NULL
       OR (c.bank_trace, c.account_number, c.amount_vnd, c.direction)
          IS DISTINCT FROM (p.bank_trace, p.account_number, p.amount_vnd, p.direction))
LIMIT 10
