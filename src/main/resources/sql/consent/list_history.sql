-- Lists all that a merchant agreed to and took back, the oldest first. Index: consent_edition_uq.
SELECT purpose, edition, act, text_version, acted_at, form, note, recorded_by
FROM consent
WHERE merchant_id = $1
ORDER BY acted_at, consent_id
