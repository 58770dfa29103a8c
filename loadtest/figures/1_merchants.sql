-- $1 merchants that registered over the $3 days up to $2, approved.
INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code, locale,
    created_at, updated_at)
SELECT md5('m' || n)::uuid, 'APPROVED', 'x', 'x', 't' || n, 'p' || n,
       (ARRAY['5812', '5814', '5411', '5499', '5651', '7230', '7298', '5912'])[1 + n % 8], 'vi', moment, moment
FROM generate_series(1, $1::integer) n
CROSS JOIN LATERAL (
    SELECT business_day_start($2::date - (n * $3::bigint / $1::integer)::integer) + interval '9 hours' AS moment) at
