-- Lists the campaigns, the latest first: some dozens a year. Index: none.
SELECT campaign_id, name_vi, name_en, place_id, starts_on, ends_on, note, version
FROM campaign
ORDER BY starts_on DESC, campaign_id DESC
LIMIT 1000
