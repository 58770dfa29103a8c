-- Tells who helped to register a merchant; no row where nobody did. Index: merchant_pk.
SELECT assisted_by FROM merchant WHERE merchant_id = $1 AND assisted_by IS NOT NULL
