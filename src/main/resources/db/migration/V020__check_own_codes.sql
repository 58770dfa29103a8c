-- Why: an owner checks her own printed codes, and anybody may report a code that was pasted over; a report is a case of
-- the safety desk of its district. Adoption figures read both: by recorded_xid, outlet, district and business day.
-- Lock: ACCESS EXCLUSIVE on recon_case while it is rewritten for its new column, and on case_act while its rows are held
-- against one check. Time on 100 M payments: seconds, cases are few. Back: drop what is created here, the column, and set
-- the four checks back; cases of the new kind must be deleted first.

ALTER TABLE recon_case
    ADD COLUMN district_code text GENERATED ALWAYS AS (evidence ->> 'districtCode') STORED,
    DROP CONSTRAINT recon_case_kind_known,
    ADD CONSTRAINT recon_case_kind_known CHECK (kind IN ('UNMATCHED', 'CONFLICT', 'WRONG_ACCOUNT', 'SEVERAL_CODES',
        'AMOUNT_MISMATCH', 'MISSING_IN_STATEMENT', 'REVERSAL_WITHOUT_ORIGINAL', 'LATE', 'POSSIBLE_DUPLICATE',
        'STATEMENT_GAP', 'STATEMENT_UNBALANCED', 'STATEMENT_AMBIGUOUS', 'CODE_TAMPERED')),
    DROP CONSTRAINT recon_case_statement_or_payment,
    ADD CONSTRAINT recon_case_statement_or_payment CHECK (
        payment_id IS NOT NULL OR kind LIKE 'STATEMENT_%' OR kind = 'CODE_TAMPERED'),
    ADD CONSTRAINT recon_case_tampering_has_district CHECK (kind <> 'CODE_TAMPERED' OR district_code IS NOT NULL);

ALTER TABLE case_act
    DROP CONSTRAINT case_act_action_known,
    ADD CONSTRAINT case_act_action_known CHECK (action IN ('ASSIGN', 'REFUND', 'IGNORE', 'CONFIRM'));

-- An owner looked at a code on her own wall. INSERT only. attempt_key is made by the page, so that a tap that is repeated
-- makes one check. outlet_id and qr_id name her own code; of another's code nothing is kept here.
CREATE TABLE self_check (
    check_id        uuid NOT NULL,
    merchant_id     uuid NOT NULL,
    attempt_key     uuid NOT NULL,
    outlet_id       uuid NULL,
    qr_id           uuid NULL,
    verdict         text NOT NULL,
    way             text NOT NULL,
    session_kind    text NOT NULL,
    checked_at      timestamptz NOT NULL,
    business_date   date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    recorded_xid    bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    CONSTRAINT self_check_pk PRIMARY KEY (check_id),
    CONSTRAINT self_check_attempt_uq UNIQUE (merchant_id, attempt_key),
    CONSTRAINT self_check_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT self_check_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT self_check_qr_fk FOREIGN KEY (qr_id) REFERENCES qr_code (qr_id),
    CONSTRAINT self_check_verdict_known CHECK (verdict IN ('GREEN', 'OTHER_SHOP', 'OTHER_ACCOUNT', 'FORGED', 'NOT_VIETQR',
        'REVOKED', 'OLD_ACCOUNT', 'EXPIRED', 'SUSPENDED', 'OWN_UNSIGNED', 'ONE_PAYMENT', 'UNREADABLE')),
    CONSTRAINT self_check_way_known CHECK (way IN ('CAMERA', 'PICTURE', 'TEXT')),
    CONSTRAINT self_check_session_known CHECK (session_kind IN ('OWNER')),
    CONSTRAINT self_check_green_names_its_code CHECK (verdict <> 'GREEN' OR num_nonnulls(outlet_id, qr_id) = 2),
    CONSTRAINT self_check_foreign_names_none CHECK (
        verdict NOT IN ('OTHER_SHOP', 'OTHER_ACCOUNT', 'FORGED', 'NOT_VIETQR', 'UNREADABLE') OR qr_id IS NULL)
);
CREATE INDEX self_check_merchant_ix ON self_check (merchant_id, business_date);
CREATE INDEX self_check_green_ix ON self_check (qr_id, business_date) WHERE verdict = 'GREEN';
CREATE INDEX self_check_recorded_xid_ix ON self_check (recorded_xid);

CREATE FUNCTION keep_safety_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'checks and reports are only ever added'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_fact_frozen', TABLE = TG_TABLE_NAME;
END
$body$;
CREATE TRIGGER self_check_frozen BEFORE UPDATE OR DELETE ON self_check
    FOR EACH ROW EXECUTE FUNCTION keep_safety_frozen();

-- What an alarm read, so that a report can show it. It names somebody else's account: deleted once keep_until has passed.
CREATE TABLE self_check_payload (
    check_id        uuid NOT NULL,
    payload         text NOT NULL,
    keep_until      timestamptz NOT NULL,
    CONSTRAINT self_check_payload_pk PRIMARY KEY (check_id),
    CONSTRAINT self_check_payload_check_fk FOREIGN KEY (check_id) REFERENCES self_check (check_id),
    CONSTRAINT self_check_payload_sized CHECK (char_length(payload) BETWEEN 1 AND 1024)
);
CREATE INDEX self_check_payload_keep_ix ON self_check_payload (keep_until);

-- The exactly-once gate of reports: submission_key is made by the form, so that what is sent twice is one report. Claimed
-- before anything else is written; merchant_id is the owner who reports, a passer-by has none.
CREATE TABLE safety_submission (
    submission_key  uuid NOT NULL,
    report_id       uuid NOT NULL,
    merchant_id     uuid NULL,
    CONSTRAINT safety_submission_pk PRIMARY KEY (submission_key)
);

-- Somebody says that a code was pasted over. INSERT only.
CREATE SEQUENCE safety_report_no_seq;
CREATE TABLE safety_report (
    report_id           uuid NOT NULL,
    report_no           bigint NOT NULL,
    case_id             uuid NOT NULL,
    reporter            text NOT NULL,
    merchant_id         uuid NULL,
    outlet_id           uuid NULL,
    district_place_id   text NOT NULL,
    place               text NULL,
    check_id            uuid NULL,
    payload             text NULL,
    note                text NULL,
    reported_at         timestamptz NOT NULL,
    business_date       date NOT NULL,
    recorded_at         timestamptz NOT NULL DEFAULT now(),
    recorded_xid        bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    CONSTRAINT safety_report_pk PRIMARY KEY (report_id),
    CONSTRAINT safety_report_no_uq UNIQUE (report_no),
    CONSTRAINT safety_report_case_fk FOREIGN KEY (case_id) REFERENCES recon_case (case_id),
    CONSTRAINT safety_report_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    CONSTRAINT safety_report_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (outlet_id),
    CONSTRAINT safety_report_district_fk FOREIGN KEY (district_place_id) REFERENCES place (place_id),
    CONSTRAINT safety_report_check_fk FOREIGN KEY (check_id) REFERENCES self_check (check_id),
    CONSTRAINT safety_report_reporter_known CHECK (reporter IN ('OWNER', 'PUBLIC')),
    CONSTRAINT safety_report_owner_named CHECK ((reporter = 'OWNER') = (merchant_id IS NOT NULL)),
    CONSTRAINT safety_report_somewhere CHECK (num_nonnulls(outlet_id, place) >= 1),
    CONSTRAINT safety_report_place_sized CHECK (char_length(place) BETWEEN 1 AND 200),
    CONSTRAINT safety_report_payload_sized CHECK (char_length(payload) BETWEEN 1 AND 1024),
    CONSTRAINT safety_report_note_sized CHECK (char_length(note) BETWEEN 1 AND 1000)
);
CREATE INDEX safety_report_case_ix ON safety_report (case_id, report_no);
CREATE INDEX safety_report_merchant_ix ON safety_report (merchant_id, report_no) WHERE merchant_id IS NOT NULL;
CREATE INDEX safety_report_public_ix ON safety_report (business_date) WHERE reporter = 'PUBLIC';
CREATE INDEX safety_report_recorded_xid_ix ON safety_report (recorded_xid);
CREATE TRIGGER safety_report_frozen BEFORE UPDATE OR DELETE ON safety_report
    FOR EACH ROW EXECUTE FUNCTION keep_safety_frozen();

-- How to reach who reported; deleted some time after the case has ended.
CREATE TABLE safety_contact (
    report_id       uuid NOT NULL,
    contact         text NOT NULL,
    CONSTRAINT safety_contact_pk PRIMARY KEY (report_id),
    CONSTRAINT safety_contact_report_fk FOREIGN KEY (report_id) REFERENCES safety_report (report_id),
    CONSTRAINT safety_contact_sized CHECK (char_length(contact) BETWEEN 1 AND 100)
);

-- Photos of reports, written anew by us (JPEG, no metadata); numbered within their case; deleted some time after the case
-- has ended. In the database, so that every instance and every backup has them: some 300 kB each, a few a day.
CREATE TABLE safety_photo (
    report_id       uuid NOT NULL,
    case_id         uuid NOT NULL,
    number          integer NOT NULL,
    jpeg            bytea NOT NULL,
    width_px        integer NOT NULL,
    height_px       integer NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT safety_photo_pk PRIMARY KEY (case_id, number),
    CONSTRAINT safety_photo_report_uq UNIQUE (report_id),
    CONSTRAINT safety_photo_report_fk FOREIGN KEY (report_id) REFERENCES safety_report (report_id),
    CONSTRAINT safety_photo_number_counted CHECK (number >= 1),
    CONSTRAINT safety_photo_sized CHECK (width_px BETWEEN 1 AND 1600 AND height_px BETWEEN 1 AND 1600
        AND octet_length(jpeg) BETWEEN 100 AND 5242880)
);
ALTER TABLE safety_photo ALTER COLUMN jpeg SET STORAGE EXTERNAL;
