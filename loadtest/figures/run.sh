#!/bin/sh
# Seeds a big city by SQL and measures what computing a day of its figures takes, beside what that day's payments took to
# fold, and what pages read of them. Usage: loadtest/figures/run.sh [payments, default 1000000] [outlets, default 100000]
# [days, default 60]; 30000000 100000 365 is the size that is planned for (some 15 GB of disk, an hour).
# Needs a JDK 25 and Maven. The database is a new one under target/test-postgres and is dropped at the end.
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q -B test-compile exec:exec -Dexec.classpathScope=test -DmainClass=vn.phopay.load.FigureLoad \
    -Dphopay.args="${1:-1000000} ${2:-100000} ${3:-60}"
