-- Lists a merchant's last act about each purpose. Index: consent_edition_uq.
SELECT purpose, edition, act, text_version, acted_at, form, note, recorded_by
FROM (
    SELECT DISTINCT ON (c.purpose) c.purpose, c.edition, c.act, c.text_version, c.acted_at, c.form, c.note, c.recorded_by
    FROM consent c
    WHERE c.merchant_id = $1
    ORDER BY c.purpose, c.edition DESC) last
ORDER BY array_position(ARRAY['TERMS', 'DATA_PROCESSING', 'NEWS'], purpose)
