-- Takes the next lines that wait, neighbours in account and time together. Index: statement_line_pending_order_ix.
WITH next AS (
    SELECT statement_id, line_no
    FROM statement_line_pending
    WHERE upload_id = $1
    ORDER BY account_number, booked_at, statement_id, line_no
    LIMIT $2)
DELETE FROM statement_line_pending l
USING next n
WHERE l.statement_id = n.statement_id AND l.line_no = n.line_no
RETURNING l.statement_id, l.line_no, l.account_number, l.bank_trace, l.tx_id, l.direction, l.is_reversal, l.amount_vnd,
          l.booked_at, l.is_exact, l.business_date, l.memo, l.payer_reference, l.payer_name, l.payer_account, l.balance_vnd
