#!/bin/sh
# p50 and p99 of the city's pages and figures on a service that runs on this machine: at rest, and while callbacks come in.
# Usage: STAFF_LOGIN=… STAFF_PASSWORD=… loadtest/city-pages/run.sh [URL, default http://127.0.0.1:8080] [seconds, default 5]
#   BANK, BANK_SECRET, RATE: also measure while a bank sends RATE callbacks a second (simulate-bank of target/phopay.jar).
# Needs wrk and curl. It reads; what it writes are the payments of BANK.
set -eu
cd "$(dirname "$0")/../.."
url="${1:-http://127.0.0.1:8080}"
seconds="${2:-5}"
case "$url" in
    http://127.0.0.1:*|http://localhost:*) ;;
    *) echo "only a service on this machine is measured, not $url" >&2; exit 2 ;;
esac
token="$(curl -fsS -H 'content-type: application/json' \
    -d "{\"login\":\"${STAFF_LOGIN:?}\",\"password\":\"${STAFF_PASSWORD:?}\"}" "$url/api/v1/sessions" \
    | sed 's/.*"token":"\([^"]*\)".*/\1/')"
[ -n "$token" ] || { echo "cannot log in at $url" >&2; exit 1; }
auth="authorization: Bearer $token"
out="$(mktemp)"
bank_pid=
trap 'rm -f "$out"; [ -z "$bank_pid" ] || kill "$bank_pid" 2>/dev/null || true' EXIT

# milliseconds of one wrk figure such as 812.00us, 3.20ms, 1.05s
ms() { sed 's/us$/ 0.001/; s/ms$/ 1/; s/\([0-9]\)s$/\1 1000/' | awk '{ printf "%.2f", $1 * $2 }'; }

# name, path, further header: a line with requests a second, p50 and p99; p99 is kept in a variable of the caller
measure() {
    if [ -n "${3:-}" ]; then
        wrk -t1 -c4 -d"${seconds}s" --latency -H "$auth" -H "$3" "$url$2" > "$out"
    else
        wrk -t1 -c4 -d"${seconds}s" --latency -H "$auth" "$url$2" > "$out"
    fi
    if grep -q 'Non-2xx' "$out"; then
        echo "$1: $(grep 'Non-2xx' "$out" | sed 's/^ *//') - the figures below are not those of answers" >&2
    fi
    rate="$(awk '/Requests\/sec/ { print $2 }' "$out")"
    p50="$(awk '$1 == "50%" { print $2 }' "$out" | ms)"
    p99="$(awk '$1 == "99%" { print $2 }' "$out" | ms)"
    printf '%-34s %10s/s  p50 %8s ms  p99 %8s ms\n' "$1" "$rate" "$p50" "$p99"
}

tag() { curl -fsS -o /dev/null -D - -H "$auth" "$url$1" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }'; }

pass() {
    echo "== $1"
    measure "overview, page" /thanh-pho
    measure "overview, figures alone" /thanh-pho/song
    base="$p99"
    etag="$(tag /thanh-pho/song)"
    if [ -n "$etag" ]; then
        measure "overview, figures, 304" /thanh-pho/song "if-none-match: $etag"
        echo "   p99 of 304 / p99 of 200: $(echo "$p99 $base" | awk '{ printf "%.2f", $1 / $2 }')"
    else
        echo "   no figures were computed yet: no tag, no 304"
    fi
    measure "ranking, page" /thanh-pho/xep-hang
    measure "trend of 90 days, four districts" \
        "/thanh-pho/xu-huong?noi=city&noi=district-002&noi=district-006&noi=district-001"
    measure "wall, figures alone" /man-hinh/song
    measure "definitions" /chi-so/activeOutlets30
    measure "API ranking" /api/v1/adoption/ranking
    measure "API districts" /api/v1/adoption/districts
    measure "API districts, a year" "/api/v1/adoption/districts?from=$(date -d '365 days ago' +%F)&to=$(date -d yesterday +%F)"
    measure "funnel, 12 weeks" /thanh-pho/pheu
    measure "funnel, a year" "/thanh-pho/pheu?tuan=52"
    measure "quality of data" /thanh-pho/chat-luong
    measure "desk: approvals" /duyet
    measure "desk: cases" /vu-viec
    measure "desk: safety" /an-toan-ma
    measure "desk: staff" /nhan-su
    measure "desk: deletions" /yeu-cau-xoa
}

echo "cores: $(nproc), load: $(cut -d' ' -f1-3 /proc/loadavg), seconds a measurement: $seconds, connections: 4"
pass "at rest"
if [ -n "${BANK:-}" ]; then
    java -jar target/phopay.jar simulate-bank --url "$url" --bank "$BANK" --secret "${BANK_SECRET:?}" \
        --rate "${RATE:?}" --duration "$((seconds * 20 + 5))s" --seed 1 > /dev/null 2>&1 &
    bank_pid=$!
    sleep 2
    pass "while $RATE callbacks a second come in"
fi
