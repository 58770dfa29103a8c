-- Adds a campaign. Index: campaign_pk.
INSERT INTO campaign (campaign_id, name_vi, name_en, place_id, starts_on, ends_on, note)
VALUES ($1, $2, $3, $4, $5, $6, $7)
