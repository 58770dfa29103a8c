-- Removes a campaign that is still as it was read. Index: campaign_pk.
DELETE FROM campaign WHERE campaign_id = $1 AND version = $2
