-- Why: a merchant's revenue book: what came in by day and outlet, cash that was added by hand, and months that are closed
-- for ever. Sums of payments are folded into book_day by a job, so that a book of a year is read from a few hundred rows
-- and the writer of payments does nothing for it. What comes after its month was closed stands in the month in which it
-- came, with the day on which it was booked; a closed month never changes.
-- Lock: ACCESS EXCLUSIVE on outlet (thousands of rows) for an instant; all else is new. Time on 100 M payments: nothing is
-- read here; the first fold reads all of them, in steps of seconds, while the service runs. Back: drop what is created here
-- and outlet_owner_uq.

-- A cash entry names an outlet of its own merchant: the foreign key needs both columns.
ALTER TABLE outlet ADD CONSTRAINT outlet_owner_uq UNIQUE (outlet_id, merchant_id);

-- How far the books are folded: facts of transactions below folded_xid stand in them.
CREATE TABLE book_watermark (
    only_row    boolean NOT NULL DEFAULT true,
    folded_xid  bigint NOT NULL,
    folded_at   timestamptz NOT NULL,
    CONSTRAINT book_watermark_pk PRIMARY KEY (only_row),
    CONSTRAINT book_watermark_single CHECK (only_row)
);
INSERT INTO book_watermark (folded_xid, folded_at) VALUES (0, now());

-- Through which month a merchant's book is closed (its first day; NULL: none is). Whoever writes cash holds this row, and
-- so does whoever closes: that is how the two never both succeed about one month.
CREATE TABLE book (
    merchant_id     uuid NOT NULL,
    closed_through  date NULL,
    CONSTRAINT book_pk PRIMARY KEY (merchant_id),
    CONSTRAINT book_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT book_closed_through_first CHECK (extract(day FROM closed_through) = 1)
);

-- Payments of a book, one row a day and outlet. book_month: in which month they stand. business_date: when the bank booked
-- it. entered_date: the same day, or, of what came after its month was closed, the day on which it came. Sums may be
-- negative: a payment of a closed month that turned out to be another merchant's is taken away in the month of finding.
CREATE TABLE book_day (
    merchant_id     uuid NOT NULL,
    book_month      date NOT NULL,
    entered_date    date NOT NULL,
    business_date   date NOT NULL,
    outlet_id       uuid NULL,
    payments        bigint NOT NULL DEFAULT 0,
    received_vnd    bigint NOT NULL DEFAULT 0,
    reversals       bigint NOT NULL DEFAULT 0,
    reversed_vnd    bigint NOT NULL DEFAULT 0,
    refunds         bigint NOT NULL DEFAULT 0,
    refunded_vnd    bigint NOT NULL DEFAULT 0,
    CONSTRAINT book_day_uq UNIQUE NULLS NOT DISTINCT (merchant_id, book_month, entered_date, business_date, outlet_id),
    CONSTRAINT book_day_month_first CHECK (extract(day FROM book_month) = 1),
    CONSTRAINT book_day_in_month CHECK (
        entered_date >= book_month AND entered_date < book_month + interval '1 month'),
    CONSTRAINT book_day_late CHECK (entered_date = business_date OR business_date < book_month)
);

-- What of it stands apart, one row a fact: reversals, refunds, and whatever came after its month was closed. amount_vnd is
-- what it added to the column of its kind; negative where it was taken away again.
CREATE TABLE book_item (
    item_no         bigint GENERATED ALWAYS AS IDENTITY,
    merchant_id     uuid NOT NULL,
    entered_date    date NOT NULL,
    business_date   date NOT NULL,
    outlet_id       uuid NULL,
    kind            text NOT NULL,
    payment_id      uuid NOT NULL,
    amount_vnd      bigint NOT NULL,
    late            boolean NOT NULL,
    CONSTRAINT book_item_pk PRIMARY KEY (merchant_id, entered_date, item_no),
    CONSTRAINT book_item_kind_known CHECK (kind IN ('RECEIVED', 'REVERSED', 'REFUNDED')),
    CONSTRAINT book_item_amount_moves CHECK (amount_vnd <> 0)
);

-- Cash of a day, written by hand. INSERT only: a mistake is struck out by a row of its own that names it and says the same.
-- entry_id is made by the client, so that a form that is sent twice counts once.
CREATE TABLE cash_entry (
    merchant_id         uuid NOT NULL,
    entry_id            uuid NOT NULL,
    kind                text NOT NULL,
    outlet_id           uuid NOT NULL,
    book_month          date NOT NULL,
    entered_date        date NOT NULL,
    business_date       date NOT NULL,
    amount_vnd          bigint NOT NULL,
    note                text NOT NULL,
    strikes_entry_id    uuid NULL,
    strikes_kind        text GENERATED ALWAYS AS (CASE WHEN strikes_entry_id IS NOT NULL THEN 'ADDED' END) STORED,
    recorded_at         timestamptz NOT NULL,
    recorded_by         uuid NOT NULL,
    CONSTRAINT cash_entry_pk PRIMARY KEY (merchant_id, entry_id),
    CONSTRAINT cash_entry_outlet_fk FOREIGN KEY (outlet_id, merchant_id) REFERENCES outlet (outlet_id, merchant_id),
    CONSTRAINT cash_entry_book_fk FOREIGN KEY (merchant_id) REFERENCES book (merchant_id),
    CONSTRAINT cash_entry_kind_known CHECK (kind IN ('ADDED', 'STRUCK')),
    CONSTRAINT cash_entry_strike_names_entry CHECK ((kind = 'STRUCK') = (strikes_entry_id IS NOT NULL)),
    CONSTRAINT cash_entry_amount_positive CHECK (amount_vnd BETWEEN 1 AND 9999999999999),
    CONSTRAINT cash_entry_note_sized CHECK (length(note) <= 200),
    CONSTRAINT cash_entry_month_first CHECK (extract(day FROM book_month) = 1),
    CONSTRAINT cash_entry_in_month CHECK (
        entered_date >= book_month AND entered_date < book_month + interval '1 month'),
    -- Only a correction may be about a day of an earlier month.
    CONSTRAINT cash_entry_late CHECK (
        entered_date = business_date OR (kind = 'STRUCK' AND business_date < book_month)),
    CONSTRAINT cash_entry_said_uq UNIQUE (merchant_id, entry_id, kind, outlet_id, business_date, amount_vnd),
    CONSTRAINT cash_entry_struck_once_uq UNIQUE (merchant_id, strikes_entry_id),
    CONSTRAINT cash_entry_strikes_fk FOREIGN KEY
        (merchant_id, strikes_entry_id, strikes_kind, outlet_id, business_date, amount_vnd)
        REFERENCES cash_entry (merchant_id, entry_id, kind, outlet_id, business_date, amount_vnd)
);
CREATE INDEX cash_entry_month_ix ON cash_entry (merchant_id, book_month, entered_date);

-- Closed months. document is the book itself as it was closed: who keeps it, its lines and sums; hash covers it, and each
-- document names the hash of the month before. Months are closed one after the other: none is left out, none twice.
CREATE TABLE book_month (
    merchant_id     uuid NOT NULL,
    month           date NOT NULL,
    previous_month  date NULL,
    closed_at       timestamptz NOT NULL,
    closed_by       uuid NOT NULL,
    received_vnd    bigint NOT NULL,
    reversed_vnd    bigint NOT NULL,
    refunded_vnd    bigint NOT NULL,
    cash_vnd        bigint NOT NULL,
    net_vnd         bigint NOT NULL,
    document        text NOT NULL,
    hash            text NOT NULL,
    CONSTRAINT book_month_pk PRIMARY KEY (merchant_id, month),
    CONSTRAINT book_month_book_fk FOREIGN KEY (merchant_id) REFERENCES book (merchant_id),
    CONSTRAINT book_month_first CHECK (extract(day FROM month) = 1),
    CONSTRAINT book_month_follows CHECK (previous_month + interval '1 month' = month),
    CONSTRAINT book_month_previous_uq UNIQUE NULLS NOT DISTINCT (merchant_id, previous_month),
    CONSTRAINT book_month_previous_fk FOREIGN KEY (merchant_id, previous_month)
        REFERENCES book_month (merchant_id, month),
    CONSTRAINT book_month_net_adds_up CHECK (net_vnd = received_vnd - reversed_vnd - refunded_vnd + cash_vnd),
    CONSTRAINT book_month_hash_fits CHECK (
        hash = encode(sha256(convert_to('phopay-book-1' || chr(10) || document, 'UTF8')), 'hex'))
);

CREATE FUNCTION keep_books_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'what was written by hand or closed is never changed'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'book_frozen', TABLE = TG_TABLE_NAME;
END
$body$;
CREATE TRIGGER cash_entry_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON cash_entry
    FOR EACH STATEMENT EXECUTE FUNCTION keep_books_frozen();
CREATE TRIGGER book_month_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON book_month
    FOR EACH STATEMENT EXECUTE FUNCTION keep_books_frozen();
