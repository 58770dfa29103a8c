#!/bin/sh
# Durable callbacks per second of the real service beside what bounds them, in one run, as medians and ratios.
# Usage: loadtest/run.sh [seconds a measurement, default 6] [rounds, default 3]; about 20 measurements and a start.
# Needs a JDK 25 and Maven; pgbench (package postgresql-contrib) for one of the ratios.
set -eu
cd "$(dirname "$0")/.."
command -v pgbench > /dev/null || echo "pgbench is not installed: its ratio is left out" >&2
exec mvn -q -B test-compile exec:exec -Dexec.classpathScope=test -DmainClass=vn.phopay.load.LoadTest \
    -Dphopay.args="${1:-6} ${2:-3}"
