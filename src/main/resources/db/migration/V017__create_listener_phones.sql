-- Why: a shop's staff hear its payments on phones of their own. Such a phone is paired by a link or a code that works
-- once and for minutes; from then on it has a session that opens the live page and nothing else.
-- Lock: ACCESS EXCLUSIVE on session while its few rows are checked against the longer list of roles; listener_phone is
-- new. Time on 100 M payments: none are read. Back: end the listeners' sessions, put the old list of roles back, drop
-- the table.

ALTER TABLE session DROP CONSTRAINT session_role_known;
ALTER TABLE session ADD CONSTRAINT session_role_known
    CHECK (role IN ('MERCHANT', 'REGISTRAR', 'ANALYST', 'ADMIN', 'LISTENER'));

-- A phone that hears one outlet's payments, or all of a merchant's: invited, then paired, then ended. Its session names it
-- as subject. link_hash and code_hash are what the pairing secrets are known by; they are gone once one was used.
CREATE TABLE listener_phone (
    listener_phone_id   uuid NOT NULL,
    merchant_id         uuid NOT NULL,
    outlet_id           uuid NULL,
    name                text NOT NULL,
    -- Its place among the merchant's phones that are not ended: there are only so many.
    slot                integer NOT NULL,
    link_hash           bytea NULL,
    code_hash           bytea NULL,
    code_tries          integer NOT NULL DEFAULT 0,
    invited_at          timestamptz NOT NULL,
    invited_until       timestamptz NOT NULL,
    paired_at           timestamptz NULL,
    last_heard_at       timestamptz NULL,
    ended_at            timestamptz NULL,
    CONSTRAINT listener_phone_pk PRIMARY KEY (listener_phone_id),
    CONSTRAINT listener_phone_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT listener_phone_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT listener_phone_name_sized CHECK (length(name) BETWEEN 1 AND 40),
    CONSTRAINT listener_phone_slot_counted CHECK (slot BETWEEN 1 AND 100),
    CONSTRAINT listener_phone_secrets_single_use CHECK (
        (link_hash IS NOT NULL) = (paired_at IS NULL AND ended_at IS NULL)
        AND (code_hash IS NULL) = (link_hash IS NULL)),
    CONSTRAINT listener_phone_hashes_sized CHECK (octet_length(link_hash) = 32 AND octet_length(code_hash) = 32),
    CONSTRAINT listener_phone_tries_counted CHECK (code_tries >= 0),
    CONSTRAINT listener_phone_invited_for_a_while CHECK (invited_until > invited_at),
    CONSTRAINT listener_phone_paired_in_time CHECK (paired_at < invited_until),
    CONSTRAINT listener_phone_heard_once_paired CHECK (last_heard_at IS NULL OR paired_at IS NOT NULL)
);
CREATE UNIQUE INDEX listener_phone_slot_uq ON listener_phone (merchant_id, slot) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX listener_phone_link_uq ON listener_phone (link_hash) WHERE link_hash IS NOT NULL;
