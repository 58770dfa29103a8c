-- Reads one entry of a merchant, with what struck it out. Indexes: cash_entry_pk, cash_entry_struck_once_uq.
SELECT c.entry_id, c.kind, c.outlet_id, c.entered_date, c.business_date, c.amount_vnd, c.note, c.strikes_entry_id,
       c.recorded_at, s.entry_id AS struck_by, s.recorded_at AS struck_at
FROM cash_entry c
LEFT JOIN cash_entry s ON s.merchant_id = c.merchant_id AND s.strikes_entry_id = c.entry_id
WHERE c.merchant_id = $1 AND c.entry_id = $2
