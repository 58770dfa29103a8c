-- Agrees to a wording unless it holds already; of two acts at once one gets no row. Index: consent_edition_uq.
INSERT INTO consent (consent_id, merchant_id, purpose, edition, act, text_version, acted_at, channel, form, note,
                     recorded_by)
SELECT $1, $2, $3, COALESCE(l.edition, 0) + 1, 'GIVEN', $9, $4, $5, $6, $7, $8
FROM (VALUES (1)) AS one (row)
LEFT JOIN LATERAL (
    SELECT c.edition, c.act, c.text_version FROM consent c
    WHERE c.merchant_id = $2 AND c.purpose = $3
    ORDER BY c.edition DESC LIMIT 1) l ON true
WHERE (l.act = 'GIVEN' AND l.text_version = $9) IS NOT TRUE
ON CONFLICT ON CONSTRAINT consent_edition_uq DO NOTHING
