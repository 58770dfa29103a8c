-- What a merchant agreed to and took back; of staff it is told that they wrote it down. Index: consent_edition_uq.
SELECT purpose, edition, act, text_version AS "textVersion", acted_at AS "actedAt", channel, form, note
FROM consent
WHERE merchant_id = $1
ORDER BY purpose, edition
