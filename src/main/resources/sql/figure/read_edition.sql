-- What answers made of figures follow from: how often figures changed (0 before any was computed), the places' version, all
-- denominators and targets, and how much work waits. Indexes: figure_edition_pk, place_version_pk,
-- recon_case_unresolved_ix; baseline holds some hundred rows.
SELECT e.edition, concat_ws('.', e.edition, (SELECT version FROM place_version),
    (SELECT sum(hashtextextended(b::text, 0)) FROM baseline b),
    (SELECT count(*) FROM recon_case WHERE status <> 'RESOLVED'),
    (SELECT count(*) FROM recon_case WHERE status <> 'RESOLVED' AND kind = 'CODE_TAMPERED')) AS known
FROM figure_edition e
