-- Finds a campaign. Index: campaign_pk.
SELECT campaign_id, name_vi, name_en, place_id, starts_on, ends_on, note, version
FROM campaign
WHERE campaign_id = $1
