-- Who stands where at the end of day $1, and what they did in windows ending with it, given as months $2 with the days
-- of the last 28 $3, the last 30 $4 and the 30 before those $5 as bits. Merchants whose outlets stand in one cell come
-- added up; the others one by one, with their id. Index: outlet_month_pk, self_check_green_date_ix,
-- outlet_day_outlet_ix; reads all outlets and codes.
WITH activity AS MATERIALIZED (
    SELECT m.outlet_id, sum(bit_count((m.active_days & w.days28)::bit(32))) AS days28,
           bool_or(m.active_days & w.days30 <> 0) AS now_active,
           bool_or(m.active_days & w.before30 <> 0) AS before_active
    FROM unnest($2::date[], $3::integer[], $4::integer[], $5::integer[]) AS w (month, days28, days30, before30)
    JOIN outlet_month m ON m.month = w.month AND m.active_days & (w.days30 | w.before30) <> 0
    GROUP BY 1
), coded AS MATERIALIZED (
    SELECT DISTINCT q.outlet_id FROM qr_code q
    WHERE q.business_date <= $1 AND q.expires_at >= business_day_start($1::date + 1)
      AND NOT EXISTS (SELECT FROM qr_revocation r
                      WHERE r.serial = q.serial AND r.revoked_at < business_day_start($1::date + 1))
), checked AS MATERIALIZED (
    SELECT DISTINCT outlet_id FROM self_check
    WHERE verdict = 'GREEN' AND business_date BETWEEN $1::date - 6 AND $1
), later AS MATERIALIZED (
    SELECT DISTINCT ON (merchant_id) merchant_id, from_status FROM merchant_transition
    WHERE business_date > $1 ORDER BY merchant_id, sequence
), outlets AS MATERIALIZED (
    SELECT o.merchant_id, s.district_place_id AS district, s.ward_place_id AS ward, s.street_place_id AS street,
           k.category_code AS category,
           CASE WHEN later.merchant_id IS NULL THEN m.status ELSE later.from_status END AS status,
           (q.outlet_id IS NOT NULL)::integer AS coded, (g.outlet_id IS NOT NULL)::integer AS checked,
           COALESCE(a.now_active, false) AS now_active, COALESCE(a.before_active, false) AS before_active,
           COALESCE(a.days28 >= 8, false)::integer AS habitual,
           CASE WHEN NOT COALESCE(a.before_active, false) THEN COALESCE((
               SELECT true FROM outlet_day d
               WHERE d.outlet_id = o.outlet_id AND d.business_date < $1::date - 59 AND d.transactions > 0
               LIMIT 1), false) ELSE false END AS lapsed
    FROM adoption_span s
    JOIN outlet o USING (outlet_id)
    JOIN merchant m USING (merchant_id)
    JOIN merchant_category_on($1) k USING (merchant_id)
    LEFT JOIN later USING (merchant_id)
    LEFT JOIN activity a USING (outlet_id)
    LEFT JOIN coded q USING (outlet_id)
    LEFT JOIN checked g USING (outlet_id)
    WHERE s.span_from <= $1 AND s.span_before > $1
      AND o.created_at < business_day_start($1::date + 1) AND m.created_at < business_day_start($1::date + 1)
), merchants AS MATERIALIZED (
    SELECT merchant_id, district, ward, street, category, status, count(*) AS outlets, sum(habitual) AS habitual,
           count(*) FILTER (WHERE before_active) AS before_active,
           count(*) FILTER (WHERE before_active AND NOT now_active) AS churned,
           count(*) FILTER (WHERE lapsed) AS lapsed, count(*) FILTER (WHERE lapsed AND now_active) AS returned,
           sum(coded) AS coded, sum(coded * checked) AS checked
    FROM outlets
    GROUP BY 1, 2, 3, 4, 5, 6
), spread AS (
    SELECT merchant_id FROM merchants GROUP BY 1 HAVING count(*) > 1
)
SELECT spread.merchant_id::text AS merchant, district, ward, street, category, status, count(*) AS merchants,
       sum(outlets)::bigint AS outlets, sum(habitual)::bigint AS habitual, sum(before_active)::bigint AS before_active,
       sum(churned)::bigint AS churned, sum(lapsed)::bigint AS lapsed, sum(returned)::bigint AS returned,
       sum(coded)::bigint AS coded, sum(checked)::bigint AS checked
FROM merchants
LEFT JOIN spread USING (merchant_id)
GROUP BY 1, 2, 3, 4, 5, 6
