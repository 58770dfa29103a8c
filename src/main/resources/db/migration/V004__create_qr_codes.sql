-- Why: issued codes, payment requests, and the registry that makes every reference unique for ever.
-- Lock: none, new tables. Time on 100 M rows: none. Back: drop the tables.

CREATE TABLE qr_code (
    qr_id           uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    outlet_id       uuid NOT NULL,
    account_id      uuid NOT NULL,
    reference       text NOT NULL,
    serial          text NOT NULL,
    payload         text NOT NULL,
    key_id          text NOT NULL,
    label           text NULL,
    terminal        text NULL,
    issued_at       timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    business_date   date NOT NULL,
    CONSTRAINT qr_code_pk PRIMARY KEY (qr_id),
    CONSTRAINT qr_code_serial_uq UNIQUE (serial),
    CONSTRAINT qr_code_reference_uq UNIQUE (reference),
    CONSTRAINT qr_code_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT qr_code_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT qr_code_account_fk FOREIGN KEY (account_id) REFERENCES merchant_account (account_id),
    CONSTRAINT qr_code_life_ordered CHECK (expires_at > issued_at)
);
CREATE INDEX qr_code_outlet_ix ON qr_code (outlet_id, qr_id);

-- A revoked code, static or dynamic: its serial stands in the published revocation list until it would have expired.
CREATE TABLE qr_revocation (
    serial          text NOT NULL,
    revoked_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    actor_id        uuid NULL,
    actor_role      text NOT NULL,
    reason          text NOT NULL,
    CONSTRAINT qr_revocation_pk PRIMARY KEY (serial)
);
CREATE INDEX qr_revocation_expires_ix ON qr_revocation (expires_at);

-- A dynamic code for one payment. Its state is a fold over its payments and these three moments.
CREATE TABLE payment_request (
    payment_request_id  uuid NOT NULL,
    merchant_id         uuid NOT NULL,
    outlet_id           uuid NOT NULL,
    account_id          uuid NOT NULL,
    reference           text NOT NULL,
    serial              text NOT NULL,
    payload             text NOT NULL,
    key_id              text NOT NULL,
    amount_vnd          bigint NOT NULL,
    description         text NULL,
    order_ref           text NULL,
    created_at          timestamptz NOT NULL,
    expires_at          timestamptz NOT NULL,
    business_date       date NOT NULL,
    cancelled_at        timestamptz NULL,
    expired_at          timestamptz NULL,
    CONSTRAINT payment_request_pk PRIMARY KEY (payment_request_id),
    CONSTRAINT payment_request_serial_uq UNIQUE (serial),
    CONSTRAINT payment_request_reference_uq UNIQUE (reference),
    CONSTRAINT payment_request_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT payment_request_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT payment_request_account_fk FOREIGN KEY (account_id) REFERENCES merchant_account (account_id),
    CONSTRAINT payment_request_amount_positive CHECK (amount_vnd BETWEEN 1 AND 9999999999999),
    CONSTRAINT payment_request_life_ordered CHECK (expires_at > created_at)
);
CREATE INDEX payment_request_outlet_ix ON payment_request (outlet_id, payment_request_id);
CREATE INDEX payment_request_open_ix ON payment_request (expires_at) WHERE cancelled_at IS NULL AND expired_at IS NULL;

-- Every reference ever issued, whatever for: the memo of a transfer is looked up here. Rows are never deleted.
CREATE TABLE reference (
    reference           text NOT NULL,
    merchant_id         uuid NOT NULL,
    outlet_id           uuid NOT NULL,
    qr_id               uuid NULL,
    payment_request_id  uuid NULL,
    issued_at           timestamptz NOT NULL,
    CONSTRAINT reference_pk PRIMARY KEY (reference),
    CONSTRAINT reference_one_target CHECK (num_nonnulls(qr_id, payment_request_id) = 1)
);
