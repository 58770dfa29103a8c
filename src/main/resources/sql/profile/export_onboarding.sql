-- When a merchant's registration was begun, and whether with a helper. Index: onboarding_start_merchant_ix.
SELECT started_at AS "startedAt", assisted
FROM onboarding_start
WHERE merchant_id = $1
ORDER BY started_at
