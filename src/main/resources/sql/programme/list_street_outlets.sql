-- Lists the outlets of a street, and those that trade at its places of trade, with the last day of a standing credit.
-- Index: outlet_location_street_ix, premises_place_name_uq, outlet_day_outlet_ix.
SELECT o.outlet_id, o.merchant_id, o.name, o.address, m.status, last.business_date AS last_credit_on
FROM (
    SELECT outlet_id FROM outlet_location WHERE street_place_id = $1 AND valid_to IS NULL
    UNION
    SELECT l.outlet_id FROM premises p JOIN premises_outlet l ON l.premises_id = p.premises_id
    WHERE p.street_place_id = $1) here
JOIN outlet o ON o.outlet_id = here.outlet_id
JOIN merchant m ON m.merchant_id = o.merchant_id AND m.status <> 'REJECTED'
LEFT JOIN LATERAL (
    SELECT d.business_date FROM outlet_day d
    WHERE d.outlet_id = o.outlet_id AND d.transactions > 0
    ORDER BY d.business_date DESC LIMIT 1) last ON true
ORDER BY o.outlet_id
