-- Why: figures of a month are published once, by two people, and never change afterwards; a correction is a further
-- revision with its reasons. Files are kept here, so that every instance and every backup has them.
-- Lock: none, new tables. Time on 100 M rows: none is read; a release is some hundred files of some megabytes. Back: drop
-- the tables; what was published is gone with them.

-- A release as it was drafted. revision counts what the public sees of a month; attempt counts drafts of one revision,
-- because a rejected one was never public. corrects_act_id: the publication that this one corrects. INSERT only.
CREATE TABLE release (
    release_id          uuid NOT NULL,
    month               date NOT NULL,
    revision            integer NOT NULL,
    attempt             integer NOT NULL,
    number              text NOT NULL GENERATED ALWAYS AS (
        lpad(extract(year FROM month)::text, 4, '0') || '-' || lpad(extract(month FROM month)::text, 2, '0')
            || '.r' || revision::text) STORED,
    drafted_at          timestamptz NOT NULL,
    drafted_by          uuid NULL,
    reasons             text NOT NULL,
    metric_version      text NOT NULL,
    content_hash        text NOT NULL,
    notes               jsonb NOT NULL,
    corrects_act_id     uuid NULL,
    corrects_revision   integer NULL GENERATED ALWAYS AS (CASE WHEN revision > 1 THEN revision - 1 END) STORED,
    corrects_act        text NULL GENERATED ALWAYS AS (CASE WHEN revision > 1 THEN 'APPROVE' END) STORED,
    CONSTRAINT release_pk PRIMARY KEY (release_id),
    CONSTRAINT release_attempt_uq UNIQUE (month, revision, attempt),
    CONSTRAINT release_identity_uq UNIQUE (release_id, month, revision, content_hash),
    CONSTRAINT release_month_first CHECK (extract(day FROM month) = 1),
    CONSTRAINT release_revision_counted CHECK (revision BETWEEN 1 AND 999),
    CONSTRAINT release_attempt_counted CHECK (attempt BETWEEN 1 AND 999),
    CONSTRAINT release_correction_says_why CHECK (revision = 1 OR length(btrim(reasons)) >= 10),
    CONSTRAINT release_reasons_sized CHECK (length(reasons) <= 4000),
    CONSTRAINT release_correction_names_it CHECK ((revision > 1) = (corrects_act_id IS NOT NULL)),
    CONSTRAINT release_hash_form CHECK (content_hash ~ '^[0-9a-f]{64}$')
);
CREATE INDEX release_month_ix ON release (month DESC, revision DESC, attempt DESC);

-- What was done about a release, by whom and why. INSERT only. An approval names the proposal that it answers and who made
-- that: the foreign key holds the name to the proposal's own row. content_hash: what was looked at.
CREATE TABLE release_act (
    act_id              uuid NOT NULL,
    release_id          uuid NOT NULL,
    month               date NOT NULL,
    revision            integer NOT NULL,
    content_hash        text NOT NULL,
    act                 text NOT NULL,
    acted_at            timestamptz NOT NULL,
    actor_id            uuid NOT NULL,
    actor_role          text NOT NULL,
    note                text NOT NULL,
    key_id              text NULL,
    answers_act_id      uuid NULL,
    answers_actor_id    uuid NULL,
    answers_act         text NULL GENERATED ALWAYS AS (CASE WHEN act = 'APPROVE' THEN 'PROPOSE' END) STORED,
    CONSTRAINT release_act_pk PRIMARY KEY (act_id),
    CONSTRAINT release_act_release_fk FOREIGN KEY (release_id, month, revision, content_hash)
        REFERENCES release (release_id, month, revision, content_hash),
    CONSTRAINT release_act_proposal_uq UNIQUE (act_id, actor_id, release_id, act),
    CONSTRAINT release_act_publication_uq UNIQUE (act_id, month, revision, act),
    CONSTRAINT release_act_answers_fk FOREIGN KEY (answers_act_id, answers_actor_id, release_id, answers_act)
        REFERENCES release_act (act_id, actor_id, release_id, act),
    CONSTRAINT release_act_known CHECK (act IN ('PROPOSE', 'APPROVE', 'REJECT')),
    CONSTRAINT release_act_role_known CHECK (actor_role IN ('ANALYST', 'ADMIN')),
    CONSTRAINT release_approval_by_admin CHECK (act <> 'APPROVE' OR actor_role = 'ADMIN'),
    CONSTRAINT release_approval_answers CHECK (
        (act = 'APPROVE') = (answers_act_id IS NOT NULL) AND (act = 'APPROVE') = (answers_actor_id IS NOT NULL)),
    CONSTRAINT release_second_person CHECK (actor_id <> answers_actor_id),
    CONSTRAINT release_approval_signed CHECK ((act = 'APPROVE') = (key_id IS NOT NULL)),
    CONSTRAINT release_rejection_says_why CHECK (act <> 'REJECT' OR length(btrim(note)) > 0),
    CONSTRAINT release_act_note_sized CHECK (length(note) <= 2000)
);
CREATE UNIQUE INDEX release_proposed_once_uq ON release_act (release_id) WHERE act = 'PROPOSE';
CREATE UNIQUE INDEX release_ends_once_uq ON release_act (release_id) WHERE act IN ('APPROVE', 'REJECT');
CREATE UNIQUE INDEX release_published_once_uq ON release_act (month, revision) WHERE act = 'APPROVE';

ALTER TABLE release ADD CONSTRAINT release_corrects_fk
    FOREIGN KEY (corrects_act_id, month, corrects_revision, corrects_act)
    REFERENCES release_act (act_id, month, revision, act);

-- The files of a release; gzip and brotli: the same bytes, smaller, where that is worth it. INSERT only, and none once the
-- release was decided.
CREATE TABLE release_file (
    release_id      uuid NOT NULL,
    path            text NOT NULL,
    media_type      text NOT NULL,
    sha256          text NOT NULL,
    content         bytea NOT NULL,
    gzip            bytea NULL,
    brotli          bytea NULL,
    CONSTRAINT release_file_pk PRIMARY KEY (release_id, path),
    CONSTRAINT release_file_release_fk FOREIGN KEY (release_id) REFERENCES release (release_id),
    CONSTRAINT release_file_path_plain CHECK (path ~ '^[a-z0-9A-Z][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?$'),
    CONSTRAINT release_file_hash_fits CHECK (sha256 = encode(sha256(content), 'hex'))
);
ALTER TABLE release_file ALTER COLUMN gzip SET STORAGE EXTERNAL;
ALTER TABLE release_file ALTER COLUMN brotli SET STORAGE EXTERNAL;

-- What a release published and what stood behind it, for the disclosure rules of later releases: never shown to anybody.
CREATE TABLE release_secret (
    release_id      uuid NOT NULL,
    kept            bytea NOT NULL,
    CONSTRAINT release_secret_pk PRIMARY KEY (release_id),
    CONSTRAINT release_secret_release_fk FOREIGN KEY (release_id) REFERENCES release (release_id)
);

CREATE FUNCTION keep_releases_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'releases, their files and what was done about them are only ever added'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'release_frozen', TABLE = TG_TABLE_NAME;
END
$body$;
CREATE TRIGGER release_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release
    FOR EACH STATEMENT EXECUTE FUNCTION keep_releases_frozen();
CREATE TRIGGER release_act_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release_act
    FOR EACH STATEMENT EXECUTE FUNCTION keep_releases_frozen();
CREATE TRIGGER release_file_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release_file
    FOR EACH STATEMENT EXECUTE FUNCTION keep_releases_frozen();
CREATE TRIGGER release_secret_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release_secret
    FOR EACH STATEMENT EXECUTE FUNCTION keep_releases_frozen();

CREATE FUNCTION keep_decided_releases_whole() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF EXISTS (SELECT FROM release_act a WHERE a.release_id = NEW.release_id AND a.act IN ('APPROVE', 'REJECT')) THEN
        RAISE EXCEPTION 'release % was decided and gets no further file', NEW.release_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'release_file_after_decision', TABLE = 'release_file';
    END IF;
    RETURN NEW;
END
$body$;
CREATE TRIGGER release_file_in_time BEFORE INSERT ON release_file
    FOR EACH ROW EXECUTE FUNCTION keep_decided_releases_whole();
