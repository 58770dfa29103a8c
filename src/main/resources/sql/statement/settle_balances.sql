-- Ends the statements of an upload: a CSV's period and balances come from its lines, first to last or last to first;
-- then opening + credits - debits must be closing. Indexes: statement_upload_ix, statement_line_pk.
WITH edge AS (
    SELECT s.statement_id, min(l.business_date) AS day_from, max(l.business_date) AS day_to,
           min(l.line_no) AS first_no, max(l.line_no) AS last_no
    FROM statement s
    JOIN statement_line l ON l.statement_id = s.statement_id
    WHERE s.upload_id = $1 AND s.status = 'OPEN'
    GROUP BY s.statement_id),
told AS (
    SELECT e.statement_id, e.day_from, e.day_to,
           f.balance_vnd - CASE f.direction WHEN 'CREDIT' THEN f.amount_vnd ELSE -f.amount_vnd END AS first_before,
           f.balance_vnd AS first_after,
           l.balance_vnd - CASE l.direction WHEN 'CREDIT' THEN l.amount_vnd ELSE -l.amount_vnd END AS last_before,
           l.balance_vnd AS last_after
    FROM edge e
    JOIN statement_line f ON f.statement_id = e.statement_id AND f.line_no = e.first_no
    JOIN statement_line l ON l.statement_id = e.statement_id AND l.line_no = e.last_no),
found AS (
    SELECT s.statement_id,
           CASE WHEN s.kind <> 'CSV' THEN s.opening_vnd
                WHEN t.last_before + s.credits_vnd - s.debits_vnd = t.first_after THEN t.last_before
                ELSE t.first_before END AS opening_vnd,
           CASE WHEN s.kind <> 'CSV' THEN s.closing_vnd
                WHEN t.last_before + s.credits_vnd - s.debits_vnd = t.first_after THEN t.first_after
                ELSE t.last_after END AS closing_vnd,
           COALESCE(s.period_from, t.day_from) AS day_from, COALESCE(s.period_to, t.day_to) AS day_to
    FROM statement s
    LEFT JOIN told t ON t.statement_id = s.statement_id
    WHERE s.upload_id = $1 AND s.status = 'OPEN')
UPDATE statement s
SET opening_vnd = f.opening_vnd, closing_vnd = f.closing_vnd, period_from = f.day_from, period_to = f.day_to,
    status = CASE WHEN f.opening_vnd IS NULL OR f.closing_vnd IS NULL THEN 'UNCHECKED'
                  WHEN f.opening_vnd + s.credits_vnd - s.debits_vnd = f.closing_vnd THEN 'BALANCED'
                  ELSE 'UNBALANCED' END
FROM found f
WHERE s.statement_id = f.statement_id
RETURNING s.statement_id, s.account_number, s.reference, s.kind, s.sequence, s.period_to, s.opening_vnd, s.closing_vnd,
          s.credits_vnd, s.debits_vnd, s.status
