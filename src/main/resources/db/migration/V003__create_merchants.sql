-- Why: merchants, their receiving accounts, their outlets and where those stand as of a date.
-- Lock: none, new tables. Time on 100 M rows: none. Back: drop the tables.

CREATE TABLE merchant (
    merchant_id     uuid NOT NULL,
    status          text NOT NULL,
    legal_name      text NOT NULL,
    display_name    text NOT NULL,
    tax_code        text NOT NULL,
    phone_e164      text NOT NULL,
    category_code   text NOT NULL,
    locale          text NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    approved_at     timestamptz NULL,
    version         bigint NOT NULL DEFAULT 1,
    CONSTRAINT merchant_pk PRIMARY KEY (merchant_id),
    CONSTRAINT merchant_tax_code_uq UNIQUE (tax_code),
    CONSTRAINT merchant_phone_uq UNIQUE (phone_e164),
    CONSTRAINT merchant_status_known CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'SUSPENDED')),
    CONSTRAINT merchant_category_code_mcc CHECK (category_code ~ '^[0-9]{4}$'),
    CONSTRAINT merchant_locale_known CHECK (locale IN ('vi', 'en'))
);
CREATE INDEX merchant_status_ix ON merchant (status, merchant_id);

-- Every step of a merchant's state: who, when, why. approvedMerchants as of a date is read from here.
CREATE TABLE merchant_transition (
    merchant_id     uuid NOT NULL,
    sequence        bigint GENERATED ALWAYS AS IDENTITY,
    from_status     text NULL,
    to_status       text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    business_date   date NOT NULL,
    actor_id        uuid NULL,
    actor_role      text NOT NULL,
    reason          text NULL,
    CONSTRAINT merchant_transition_pk PRIMARY KEY (merchant_id, sequence),
    CONSTRAINT merchant_transition_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id)
);

-- A receiving account. One account belongs to one merchant, because the credited account decides whose money it is.
CREATE TABLE merchant_account (
    account_id      uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    bank_bin        text NOT NULL,
    account_number  text NOT NULL,
    account_name    text NOT NULL,
    status          text NOT NULL,
    created_at      timestamptz NOT NULL,
    replaced_at     timestamptz NULL,
    CONSTRAINT merchant_account_pk PRIMARY KEY (account_id),
    CONSTRAINT merchant_account_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT merchant_account_number_uq UNIQUE (bank_bin, account_number),
    CONSTRAINT merchant_account_bin_digits CHECK (bank_bin ~ '^[0-9]{6}$'),
    CONSTRAINT merchant_account_number_sized CHECK (account_number ~ '^[A-Za-z0-9]{1,19}$'),
    CONSTRAINT merchant_account_status_known CHECK (status IN ('PENDING', 'APPROVED', 'REPLACED', 'REJECTED'))
);
CREATE INDEX merchant_account_merchant_ix ON merchant_account (merchant_id, created_at);

CREATE TABLE outlet (
    outlet_id       uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    name            text NOT NULL,
    address         text NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT outlet_pk PRIMARY KEY (outlet_id),
    CONSTRAINT outlet_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id)
);
CREATE INDEX outlet_merchant_ix ON outlet (merchant_id, outlet_id);

-- Where an outlet stands, as of a date. Editions of one outlet follow each other; the last one is open.
CREATE TABLE outlet_location (
    outlet_id           uuid NOT NULL,
    valid_from          date NOT NULL,
    valid_to            date NULL,
    district_place_id   text NOT NULL,
    ward_place_id       text NULL,
    street_place_id     text NULL,
    CONSTRAINT outlet_location_pk PRIMARY KEY (outlet_id, valid_from),
    CONSTRAINT outlet_location_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT outlet_location_district_fk FOREIGN KEY (district_place_id) REFERENCES place (place_id),
    CONSTRAINT outlet_location_ward_fk FOREIGN KEY (ward_place_id) REFERENCES place (place_id),
    CONSTRAINT outlet_location_street_fk FOREIGN KEY (street_place_id) REFERENCES place (place_id),
    CONSTRAINT outlet_location_validity_ordered CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE UNIQUE INDEX outlet_location_open_uq ON outlet_location (outlet_id) WHERE valid_to IS NULL;
CREATE INDEX outlet_location_district_ix ON outlet_location (district_place_id, outlet_id);
