-- Why: what was printed when, on which paper, with which codes; and a whole batch of paper taken back at once.
-- Lock: none, new tables. Time on 100 M rows: none. Back: drop the tables.

-- The number of a merchant's last batch: the row that batches of one merchant queue up at.
CREATE TABLE print_batch_counter (
    merchant_id     uuid NOT NULL,
    last_number     integer NOT NULL,
    CONSTRAINT print_batch_counter_pk PRIMARY KEY (merchant_id),
    CONSTRAINT print_batch_counter_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT print_batch_counter_counted CHECK (last_number >= 1)
);

-- One printing. INSERT only. Its id is drawn when the form is shown, so that a form sent twice prints once; its number is
-- what its sheets say.
CREATE TABLE print_batch (
    batch_id        uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    outlet_id       uuid NOT NULL,
    batch_number    integer NOT NULL,
    layout          text NOT NULL,
    copies          integer NOT NULL,
    reprint_of      uuid NULL,
    printed_at      timestamptz NOT NULL,
    actor_id        uuid NOT NULL,
    actor_role      text NOT NULL,
    CONSTRAINT print_batch_pk PRIMARY KEY (batch_id),
    CONSTRAINT print_batch_number_uq UNIQUE (merchant_id, batch_number),
    CONSTRAINT print_batch_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT print_batch_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT print_batch_reprint_fk FOREIGN KEY (reprint_of) REFERENCES print_batch (batch_id),
    CONSTRAINT print_batch_layout_known CHECK (layout IN ('a4-poster', 'a5-stand', 'a6-card', 'sticker-sheet')),
    CONSTRAINT print_batch_copies_counted CHECK (copies BETWEEN 1 AND 100)
);

-- The codes on a batch's sheets, in the order they are printed. One code may stand in several batches.
CREATE TABLE print_batch_code (
    batch_id        uuid NOT NULL,
    position        integer NOT NULL,
    qr_id           uuid NOT NULL,
    CONSTRAINT print_batch_code_pk PRIMARY KEY (batch_id, position),
    CONSTRAINT print_batch_code_once_uq UNIQUE (qr_id, batch_id),
    CONSTRAINT print_batch_code_batch_fk FOREIGN KEY (batch_id) REFERENCES print_batch (batch_id),
    CONSTRAINT print_batch_code_qr_fk FOREIGN KEY (qr_id) REFERENCES qr_code (qr_id),
    CONSTRAINT print_batch_code_position_counted CHECK (position >= 1)
);

-- A batch taken back, once: in the same transaction all of its codes stand in qr_revocation.
CREATE TABLE print_recall (
    batch_id        uuid NOT NULL,
    recalled_at     timestamptz NOT NULL,
    actor_id        uuid NOT NULL,
    actor_role      text NOT NULL,
    reason          text NOT NULL,
    CONSTRAINT print_recall_pk PRIMARY KEY (batch_id),
    CONSTRAINT print_recall_batch_fk FOREIGN KEY (batch_id) REFERENCES print_batch (batch_id)
);
