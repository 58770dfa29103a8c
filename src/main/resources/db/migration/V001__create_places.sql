-- Why: statistics are kept by place ids that are never recycled (GSO ward codes were, on 2025-07-01).
-- Lock: none, new tables. Time on 100 M rows: none. Back: drop the tables.

-- A district, ward, street or walking zone, for as long as its name and code mean this one area.
-- place_id is ours and final, e.g. district-002, ward-00070-2025, street-hang-ngang, zone-hk-lake.
CREATE TABLE place (
    place_id    text NOT NULL,
    kind        text NOT NULL,
    code        text NOT NULL,
    name_vi     text NOT NULL,
    name_en     text NULL,
    valid_from  date NOT NULL,
    valid_to    date NULL,
    details     jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT place_pk PRIMARY KEY (place_id),
    CONSTRAINT place_code_edition_uq UNIQUE (kind, code, valid_from),
    CONSTRAINT place_kind_known CHECK (kind IN ('DISTRICT', 'WARD', 'STREET', 'ZONE')),
    CONSTRAINT place_validity_ordered CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

-- Which place lies in which other, as of a date: street in ward, district and zone; ward in its legacy district.
CREATE TABLE place_member (
    member_place_id     text NOT NULL,
    container_place_id  text NOT NULL,
    segment             text NOT NULL DEFAULT '',
    valid_from          date NOT NULL,
    valid_to            date NULL,
    details             jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT place_member_pk PRIMARY KEY (member_place_id, container_place_id, segment, valid_from),
    CONSTRAINT place_member_member_fk FOREIGN KEY (member_place_id) REFERENCES place (place_id),
    CONSTRAINT place_member_container_fk FOREIGN KEY (container_place_id) REFERENCES place (place_id),
    CONSTRAINT place_member_validity_ordered CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX place_member_container_ix ON place_member (container_place_id, member_place_id);
