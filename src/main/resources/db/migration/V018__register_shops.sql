-- Why: an owner registers her shop on four screens, breaks off and goes on another day; a city helper does it for her and
-- may not approve what he registered; what she agreed to is kept with its wording and how she said so; her password is
-- chosen by herself, by a link that works once.
-- Lock: ACCESS EXCLUSIVE on merchant while two columns are added and one check reads it through. Time on 100 M rows: the
-- check reads merchants only, some seconds a million. Back: drop the three tables, the function, the columns and the index.

-- Who helped to register the merchant, and who approved it first. One and the same person may not do both.
ALTER TABLE merchant
    ADD COLUMN assisted_by uuid NULL,
    ADD COLUMN approved_by uuid NULL,
    ADD CONSTRAINT merchant_assisted_by_fk FOREIGN KEY (assisted_by) REFERENCES staff (staff_id),
    ADD CONSTRAINT merchant_second_person CHECK (assisted_by <> approved_by);
CREATE INDEX merchant_assisted_by_ix ON merchant (assisted_by, merchant_id) WHERE assisted_by IS NOT NULL;

-- What somebody has answered so far, as typed, on the way to a registration. It is one phone's, by the hash of a secret
-- in its cookie, or one helper's. Of passwords there is none: only the answers named here are taken. What became a
-- merchant leaves its answers and keeps its name, so that the same form sent twice meets the same merchant.
CREATE TABLE registration_draft (
    draft_id        uuid NOT NULL,
    secret_hash     bytea NULL,
    assisted_by     uuid NULL,
    answers         jsonb NOT NULL DEFAULT '{}',
    reached         smallint NOT NULL DEFAULT 1,
    resume_hash     bytea NULL,
    resume_until    timestamptz NULL,
    merchant_id     uuid NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    CONSTRAINT registration_draft_pk PRIMARY KEY (draft_id),
    CONSTRAINT registration_draft_secret_uq UNIQUE (secret_hash),
    CONSTRAINT registration_draft_resume_uq UNIQUE (resume_hash),
    CONSTRAINT registration_draft_merchant_uq UNIQUE (merchant_id),
    CONSTRAINT registration_draft_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT registration_draft_assisted_by_fk FOREIGN KEY (assisted_by) REFERENCES staff (staff_id),
    CONSTRAINT registration_draft_one_owner CHECK (num_nonnulls(secret_hash, assisted_by) = 1),
    CONSTRAINT registration_draft_secret_sized CHECK (octet_length(secret_hash) = 32),
    CONSTRAINT registration_draft_resume_sized CHECK (octet_length(resume_hash) = 32),
    CONSTRAINT registration_draft_resume_whole CHECK ((resume_hash IS NULL) = (resume_until IS NULL)),
    CONSTRAINT registration_draft_answers_object CHECK (jsonb_typeof(answers) = 'object'),
    CONSTRAINT registration_draft_answers_known CHECK (answers - ARRAY['displayName', 'trade', 'legalName', 'taxCode',
        'street', 'houseNumber', 'area', 'address', 'bank', 'accountNumber', 'accountName', 'phone', 'consentTerms',
        'consentData', 'consentNews', 'consentForm', 'consentNote'] = '{}'),
    CONSTRAINT registration_draft_answers_texts CHECK (NOT jsonb_path_exists(answers, '$.* ? (@.type() != "string")')),
    CONSTRAINT registration_draft_answers_sized CHECK (octet_length(answers::text) <= 16384),
    CONSTRAINT registration_draft_reached_known CHECK (reached BETWEEN 1 AND 4),
    CONSTRAINT registration_draft_done_is_empty CHECK (
        merchant_id IS NULL OR (answers = '{}' AND resume_hash IS NULL)),
    CONSTRAINT registration_draft_life_ordered CHECK (expires_at > created_at)
);
CREATE INDEX registration_draft_expires_ix ON registration_draft (expires_at);
CREATE INDEX registration_draft_assisted_by_ix ON registration_draft (assisted_by, draft_id)
    WHERE assisted_by IS NOT NULL;

-- What a merchant agreed to and took back, in which wording, how it said so, and who wrote it down. INSERT only.
-- edition counts a merchant's acts about one purpose, so that of two at once one loses.
CREATE TABLE consent (
    consent_id      uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    purpose         text NOT NULL,
    edition         integer NOT NULL,
    act             text NOT NULL,
    text_version    text NOT NULL,
    acted_at        timestamptz NOT NULL,
    channel         text NOT NULL,
    form            text NOT NULL,
    note            text NULL,
    recorded_by     uuid NULL,
    CONSTRAINT consent_pk PRIMARY KEY (consent_id),
    CONSTRAINT consent_edition_uq UNIQUE (merchant_id, purpose, edition),
    CONSTRAINT consent_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT consent_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES staff (staff_id),
    CONSTRAINT consent_purpose_known CHECK (purpose IN ('TERMS', 'DATA_PROCESSING', 'NEWS')),
    CONSTRAINT consent_edition_counted CHECK (edition >= 1),
    CONSTRAINT consent_act_known CHECK (act IN ('GIVEN', 'WITHDRAWN')),
    CONSTRAINT consent_begins_given CHECK (edition > 1 OR act = 'GIVEN'),
    CONSTRAINT consent_text_version_dated CHECK (text_version ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    CONSTRAINT consent_channel_known CHECK (channel IN ('OWN', 'ASSISTED')),
    CONSTRAINT consent_form_fits CHECK (
        form = 'TICKED' AND channel = 'OWN' OR form IN ('SIGNED_PAPER', 'SPOKEN') AND channel = 'ASSISTED'),
    CONSTRAINT consent_recorder_named CHECK ((channel = 'ASSISTED') = (recorded_by IS NOT NULL)),
    CONSTRAINT consent_note_sized CHECK (char_length(note) BETWEEN 1 AND 300)
);

CREATE FUNCTION keep_consents_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'consents are only ever added'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_frozen', TABLE = 'consent';
END
$body$;
CREATE TRIGGER consent_frozen BEFORE UPDATE OR DELETE ON consent
    FOR EACH ROW EXECUTE FUNCTION keep_consents_frozen();

-- By which the owner of a shop that a helper registered chooses her password: once, by a link or by phone number and six
-- digits. A new one takes the place of the last; once used it stays, and there is never another.
CREATE TABLE password_link (
    merchant_id     uuid NOT NULL,
    secret_hash     bytea NOT NULL,
    code_hash       text NOT NULL,
    made_by         uuid NOT NULL,
    made_at         timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    guesses         integer NOT NULL DEFAULT 0,
    used_at         timestamptz NULL,
    CONSTRAINT password_link_pk PRIMARY KEY (merchant_id),
    CONSTRAINT password_link_secret_uq UNIQUE (secret_hash),
    CONSTRAINT password_link_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT password_link_made_by_fk FOREIGN KEY (made_by) REFERENCES staff (staff_id),
    CONSTRAINT password_link_secret_sized CHECK (octet_length(secret_hash) = 32),
    CONSTRAINT password_link_life_ordered CHECK (expires_at > made_at),
    CONSTRAINT password_link_guesses_counted CHECK (guesses BETWEEN 0 AND 5)
);
