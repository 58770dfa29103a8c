#!/bin/sh
# Seeds a big database once and measures the service on it. Usage: loadtest/big-city/run.sh seed|measure DIR
# OUTLETS, PER_DAY, DAYS: the size to seed. RATE, SECONDS_EACH: callbacks a second, and seconds a measurement.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
cd "$here/../.."
what="${1:?seed or measure}"
dir="${2:?directory of the database}"
port="${PGPORT_BIG:-55432}"
http="${HTTP_PORT_BIG:-18555}"
export PGHOST=127.0.0.1 PGPORT="$port" PGUSER=phopay PGDATABASE=phopay
export PHOPAY_DATA_DIR="$dir/data" PHOPAY_DATABASE_URL="postgresql://phopay@127.0.0.1:$port/phopay"
export PHOPAY_HTTP_PORT="$http" PHOPAY_ADMIN_LOGIN=admin PHOPAY_ADMIN_PASSWORD=correct-horse-battery
export PHOPAY_PUBLIC_RATE_PER_MINUTE=100000000 PHOPAY_PUBLIC_RATE_BURST=1000000
service=

as_user() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi
}

serve() {
    java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx2g -jar target/phopay.jar serve \
        > target/big-city.log 2>&1 &
    service=$!
    trap 'kill "$service" 2>/dev/null || true' EXIT
    until curl -fsS -o /dev/null "http://127.0.0.1:$http/health/ready" 2> /dev/null; do
        kill -0 "$service" || { echo "the service did not start, see target/big-city.log" >&2; exit 1; }
        sleep 1
    done
}

stop_serving() {
    kill "$service"
    wait "$service" || true
}

start_database() {
    as_user pg_ctl -D "$dir/pg" status > /dev/null 2>&1 || as_user pg_ctl -D "$dir/pg" -l "$dir/log" -w start > /dev/null
}

seed() {
    mkdir -p "$dir"
    if [ "$(id -u)" = 0 ]; then chown nobody "$dir"; fi
    as_user initdb -D "$dir/pg" -U phopay --auth=trust -E UTF8 --locale=C.UTF-8 > /dev/null
    as_user tee -a "$dir/pg/postgresql.conf" < "$here/postgresql.conf" > /dev/null
    echo "port = $port" | as_user tee -a "$dir/pg/postgresql.conf" > /dev/null
    start_database
    createdb phopay
    serve
    stop_serving
    psql -q -v outlets="${OUTLETS:-100000}" -f "$here/shops.sql"
    psql -q -c "ALTER TABLE payment DROP CONSTRAINT payment_pk" \
        -c "DROP INDEX payment_recorded_xid_ix, payment_merchant_ix"
    from=30
    while [ "$from" -le "${DAYS:-360}" ]; do
        psql -q -v from="$from" -v to="$((from - 29))" -v perday="${PER_DAY:-95000}" -f "$here/payments.sql"
        echo "days $((from - 29)) to $from back are written"
        from=$((from + 30))
    done
    psql -q -f "$here/rollups.sql"
    psql -q -f "$here/indexes.sql"
    psql -c "SELECT count(*) AS payments, pg_size_pretty(pg_database_size('phopay')) AS size FROM payment"
}

measure() {
    start_database
    serve
    until [ "$(psql -Atc "SELECT count(*) >= 31 FROM adoption_kept_day")" = t ]; do sleep 5; done
    until [ "$(psql -Atc "SELECT count(*) FROM programme_kept")" = 1 ]; do sleep 5; done
    psql -c "SELECT count(*) AS kept_days FROM adoption_kept_day"
    if [ -n "${RATE:-}" ]; then
        export BANK=loadtest BANK_SECRET="whsec_$(printf %s loadtest-secret-of-32-characters | base64)"
        psql -q -f "$here/bank.sql"
    fi
    STAFF_LOGIN=admin STAFF_PASSWORD=correct-horse-battery \
        "$here/../city-pages/run.sh" "http://127.0.0.1:$http" "${SECONDS_EACH:-5}"
}

case "$what" in
    seed) seed ;;
    measure) measure ;;
    *) echo "seed or measure, not $what" >&2; exit 2 ;;
esac
