-- Takes agreement back, in the wording it was given in, where one is in force; of two acts at once one gets no row.
-- Index: consent_edition_uq.
INSERT INTO consent (consent_id, merchant_id, purpose, edition, act, text_version, acted_at, channel, form, note,
                     recorded_by)
SELECT $1, l.merchant_id, l.purpose, l.edition + 1, 'WITHDRAWN', l.text_version, $4, $5, $6, $7, $8
FROM (
    SELECT c.merchant_id, c.purpose, c.edition, c.act, c.text_version FROM consent c
    WHERE c.merchant_id = $2 AND c.purpose = $3
    ORDER BY c.edition DESC LIMIT 1) l
WHERE l.act = 'GIVEN'
ON CONFLICT ON CONSTRAINT consent_edition_uq DO NOTHING
