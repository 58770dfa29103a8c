-- Why: what the adoption API answers about a day must be read by key, not counted over all outlets and amounts for
-- each reader: how many outlets were active up to it and stood on it, by place and by cell, how its amounts are spread, and how
-- its requests were paid. Written with the figures of the day, out of the same snapshot.
-- Lock: none, new tables. Time on 100 M rows: none; every day's figures are computed once more in the background, and
-- until a day is kept it is counted as before. Back: drop the four tables.

-- Days of which the tables below tell.
CREATE TABLE adoption_kept_day (
    business_date   date NOT NULL,
    kept_at         timestamptz NOT NULL,
    CONSTRAINT adoption_kept_day_pk PRIMARY KEY (business_date)
);

-- One place, or 'city', at the end of one day. active_outlets: with a credit in the last 1, 2, … 31 days.
-- amount_transactions says how many credits of the day had an amount of amount_buckets, rounded down to two significant
-- digits.
CREATE TABLE adoption_place_day (
    place_id                text NOT NULL,
    business_date           date NOT NULL,
    active_outlets          bigint[] NOT NULL,
    registered              bigint NOT NULL,
    approved                bigint NOT NULL,
    codes                   bigint NOT NULL,
    registered_outlets      bigint NOT NULL,
    approved_outlets        bigint NOT NULL,
    outlets_with_codes      bigint NOT NULL,
    amount_buckets          bigint[] NOT NULL,
    amount_transactions     bigint[] NOT NULL,
    CONSTRAINT adoption_place_day_pk PRIMARY KEY (place_id, business_date),
    CONSTRAINT adoption_place_day_active_whole CHECK (cardinality(active_outlets) = 31),
    CONSTRAINT adoption_place_day_amounts_paired CHECK (cardinality(amount_buckets) = cardinality(amount_transactions))
);
CREATE INDEX adoption_place_day_date_ix ON adoption_place_day (business_date);

-- Outlets of one cell at the end of one day: what the disclosure of counts is decided over.
CREATE TABLE adoption_cell_day (
    business_date       date NOT NULL,
    district_place_id   text NOT NULL,
    ward_place_id       text NOT NULL,
    street_place_id     text NOT NULL,
    active_7            bigint NOT NULL,
    active_30           bigint NOT NULL,
    registered          bigint NOT NULL,
    approved            bigint NOT NULL,
    with_codes          bigint NOT NULL,
    CONSTRAINT adoption_cell_day_pk PRIMARY KEY (business_date, district_place_id, ward_place_id, street_place_id)
);

-- Payment requests issued in one cell on one day, and how many of them are paid.
CREATE TABLE adoption_request_day (
    business_date       date NOT NULL,
    district_place_id   text NOT NULL,
    ward_place_id       text NOT NULL,
    street_place_id     text NOT NULL,
    outlets             bigint NOT NULL,
    issued              bigint NOT NULL,
    paid                bigint NOT NULL,
    CONSTRAINT adoption_request_day_pk PRIMARY KEY (business_date, district_place_id, ward_place_id, street_place_id)
);

-- Days whose figures are there already are computed once more, to be kept here too.
INSERT INTO figure_mark (day_from, day_to) VALUES ('-infinity', 'infinity');
