#!/bin/sh
# Compares batch inserts of 100 payments a transaction with and without rollup upserts in the same transaction, with one
# and two writers, and prices the fold. Needs psql, pgbench, and a server where $PGUSER may create a database; makes and
# drops the database phopay_rollup_choice. Usage: loadtest/rollup-choice/run.sh [seconds per run, default 5]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=${1:-5}
rounds=3
db=phopay_rollup_choice
sql="$root/src/main/resources/sql/adoption"
work=$(mktemp -d)
trap 'rm -rf "$work"; dropdb --if-exists "$db"' EXIT
export PGOPTIONS='-c client_min_messages=warning'

dropdb --if-exists "$db"
createdb "$db"
for migration in "$root"/src/main/resources/db/migration/V*.sql; do
    psql -q -X -v ON_ERROR_STOP=1 -d "$db" -f "$migration"
done
psql -q -X -v ON_ERROR_STOP=1 -d "$db" -f "$here/prepare.sql"

median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }
empty() {
    psql -q -X -d "$db" -c "TRUNCATE payment, payment_key, outlet_day, place_day, place_day_amount, cell_day, outlet_month;
        UPDATE adoption_watermark SET folded_xid = pg_snapshot_xmin(pg_current_snapshot())::text::bigint" -c CHECKPOINT
}
measure() { # file, writers
    empty
    pgbench -n -d "$db" -f "$here/$1.sql" -c "$2" -j "$2" -T "$seconds" 2>/dev/null | awk '/^tps/ { print $3 }'
}

round=1
while [ "$round" -le "$rounds" ]; do
    for shape in insert_only insert_with_rollups; do
        for writers in 1 2; do
            measure "$shape" "$writers" >> "$work/$shape.$writers"
        done
    done
    round=$((round + 1))
done
for writers in 1 2; do
    plain=$(median < "$work/insert_only.$writers")
    rolled=$(median < "$work/insert_with_rollups.$writers")
    echo "$writers writers: without $plain, with $rolled transactions of 100 payments per second; ratio with/without" \
        "$(echo "$plain $rolled" | awk '{ printf "%.2f", $2 / $1 }')"
done

echo "fold of 100,000 payments, ms each, over 3 rounds:"
for round in 1 2 3; do
    empty
    psql -q -X -d "$db" -c "ANALYZE" -c "CALL insert_batches(1000)"
    {
        echo "PREPARE fold(bigint, bigint) AS"
        cat "$sql/fold_window.sql"
        cat "$here/execute_fold.psql"
    } > "$work/fold.sql"
    psql -X -At -d "$db" -f "$work/fold.sql" | grep -E 'Time|\|'
done
