-- Reads what a person who approves looks at, of the shops $1 in their order. Indexes: merchant_pk, merchant_transition_pk,
-- merchant_account_merchant_ix, outlet_merchant_ix, outlet_location_open_uq, outlet_address_ix, merchant_tax_root_ix,
-- consent_edition_uq, staff_pk.
SELECT m.merchant_id, m.status, m.display_name, m.legal_name, m.tax_code, m.phone_e164, m.category_code, m.created_at,
       m.assisted_by, h.name AS helper_name, t.recorded_at AS since, t.reason,
       a.bank_bin, right(a.account_number, 4) AS account_end, a.account_name, a.status AS account_status,
       a.created_at AS account_since, a.replaces_account_id IS NOT NULL AS account_replaces,
       p.name AS outlet_name, p.address, p.district_name, p.street_name, p.street_code, p.outlets,
       ARRAY(SELECT r.purpose
             FROM unnest(ARRAY['TERMS', 'DATA_PROCESSING']) AS r (purpose)
             WHERE COALESCE((SELECT c.act FROM consent c
                             WHERE c.merchant_id = m.merchant_id AND c.purpose = r.purpose
                             ORDER BY c.edition DESC LIMIT 1), 'NONE') <> 'GIVEN') AS consents_missing,
       (SELECT string_agg(x.display_name, ', ' ORDER BY x.merchant_id)
        FROM (SELECT y.merchant_id, y.display_name FROM merchant y
              WHERE left(y.tax_code, 10) = left(m.tax_code, 10) AND y.merchant_id <> m.merchant_id
              ORDER BY y.merchant_id LIMIT 3) x) AS same_tax,
       (SELECT string_agg(DISTINCT x.display_name, ', ')
        FROM (SELECT y.display_name
              FROM outlet n
              JOIN outlet_location k ON k.outlet_id = n.outlet_id AND k.valid_to IS NULL
              JOIN merchant y ON y.merchant_id = n.merchant_id
              WHERE lower(n.address) = lower(p.address) AND k.district_place_id = p.district_place_id
                AND n.merchant_id <> m.merchant_id AND y.status <> 'CLOSED'
              LIMIT 3) x) AS same_address
FROM unnest($1::uuid[]) WITH ORDINALITY AS w (merchant_id, place)
JOIN merchant m ON m.merchant_id = w.merchant_id
LEFT JOIN staff h ON h.staff_id = m.assisted_by
JOIN LATERAL (
    SELECT s.recorded_at, s.reason FROM merchant_transition s
    WHERE s.merchant_id = m.merchant_id ORDER BY s.sequence DESC LIMIT 1) t ON true
LEFT JOIN LATERAL (
    SELECT n.bank_bin, n.account_number, n.account_name, n.status, n.created_at, n.replaces_account_id
    FROM merchant_account n
    WHERE n.merchant_id = m.merchant_id AND n.status IN ('PENDING', 'APPROVED')
    ORDER BY n.status = 'PENDING' DESC, n.rank, n.account_id
    LIMIT 1) a ON true
LEFT JOIN LATERAL (
    SELECT o.name, o.address, l.district_place_id, d.name_vi AS district_name, s.name_vi AS street_name,
           s.code AS street_code, count(*) OVER () AS outlets
    FROM outlet o
    JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
    JOIN place d ON d.place_id = l.district_place_id
    LEFT JOIN place s ON s.place_id = l.street_place_id
    WHERE o.merchant_id = m.merchant_id
    ORDER BY o.outlet_id
    LIMIT 1) p ON true
ORDER BY w.place
