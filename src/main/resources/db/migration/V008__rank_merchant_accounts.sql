-- Why: a merchant's main account must stay the main one when further ones are added, and staff search names without marks.
-- Lock: ACCESS EXCLUSIVE on two small tables for a moment (constant defaults rewrite nothing). Time on 100 M rows: none
-- for the columns; the unique index is built over one row an account. Back: drop the index and both columns.

-- 1 for the main account, then in the order they were added; a replacement takes over the rank.
ALTER TABLE merchant_account
    ADD COLUMN rank integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT merchant_account_rank_counted CHECK (rank >= 1);
CREATE UNIQUE INDEX merchant_account_open_rank_uq ON merchant_account (merchant_id, rank)
    WHERE status IN ('PENDING', 'APPROVED');

-- Names in lower case without marks, tax code and phone number: what staff find a merchant by.
ALTER TABLE merchant ADD COLUMN search_text text NOT NULL DEFAULT '';
