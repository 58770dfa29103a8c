-- Changes a campaign that is still as it was read ($8). Index: campaign_pk.
UPDATE campaign
SET name_vi = $2, name_en = $3, place_id = $4, starts_on = $5, ends_on = $6, note = $7, version = version + 1
WHERE campaign_id = $1 AND version = $8
