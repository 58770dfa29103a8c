-- Keeps an entry of cash, or what strikes one out, unless one of this id is kept: then no row. The merchant's book is held.
-- Index: cash_entry_pk.
INSERT INTO cash_entry (merchant_id, entry_id, kind, outlet_id, book_month, entered_date, business_date, amount_vnd, note,
                        strikes_entry_id, recorded_at, recorded_by)
VALUES ($1, $2, $3, $4, date_trunc('month', $5::date)::date, $5::date, $6, $7, $8, $9, $10, $11)
ON CONFLICT ON CONSTRAINT cash_entry_pk DO NOTHING
