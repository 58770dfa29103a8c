-- Why: adoption figures must be read in milliseconds and still equal a recomputation from payments.
-- Lock: none, new tables. Time on 100 M rows: a first fold of about 10 minutes. Back: drop the tables.

-- One row: everything with recorded_xid below folded_xid stands in the rollups.
CREATE TABLE adoption_watermark (
    only_row    boolean NOT NULL DEFAULT true,
    folded_xid  bigint NOT NULL,
    folded_at   timestamptz NOT NULL,
    CONSTRAINT adoption_watermark_pk PRIMARY KEY (only_row),
    CONSTRAINT adoption_watermark_single CHECK (only_row)
);
INSERT INTO adoption_watermark (folded_xid, folded_at) VALUES (0, now());

-- An outlet's credits of one business day, less what was reversed.
CREATE TABLE outlet_day (
    business_date   date NOT NULL,
    outlet_id       uuid NOT NULL,
    transactions    bigint NOT NULL,
    amount_vnd      bigint NOT NULL,
    CONSTRAINT outlet_day_pk PRIMARY KEY (business_date, outlet_id)
);
CREATE INDEX outlet_day_outlet_ix ON outlet_day (outlet_id, business_date);

-- The same per district, ward and street (place ids as of the business day).
CREATE TABLE place_day (
    place_id        text NOT NULL,
    business_date   date NOT NULL,
    transactions    bigint NOT NULL,
    amount_vnd      bigint NOT NULL,
    CONSTRAINT place_day_pk PRIMARY KEY (place_id, business_date) INCLUDE (transactions, amount_vnd)
);

-- How many credits of a day had which amount, rounded down to two significant digits: medians merge over days.
CREATE TABLE place_day_amount (
    place_id        text NOT NULL,
    business_date   date NOT NULL,
    amount_bucket   bigint NOT NULL,
    transactions    bigint NOT NULL,
    CONSTRAINT place_day_amount_pk PRIMARY KEY (place_id, business_date, amount_bucket) INCLUDE (transactions)
);

-- Trading premises and targets per place, with their source: the denominator of the adoption rate, as of a date.
CREATE TABLE baseline (
    place_id        text NOT NULL,
    valid_from      date NOT NULL,
    premises        integer NOT NULL,
    target_rate     numeric(5, 4) NULL,
    source          text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    recorded_by     uuid NULL,
    CONSTRAINT baseline_pk PRIMARY KEY (place_id, valid_from),
    CONSTRAINT baseline_place_fk FOREIGN KEY (place_id) REFERENCES place (place_id),
    CONSTRAINT baseline_premises_counted CHECK (premises >= 0),
    CONSTRAINT baseline_target_is_rate CHECK (target_rate BETWEEN 0 AND 1)
);
