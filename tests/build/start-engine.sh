#!/usr/bin/env bash
# A container engine for the tests in tests/build: the one that answers, else Docker from this Debian's or Ubuntu's archive.
# Needs root where one has to be installed. Prints what it did; ends with 1 where no engine can be had.
set -euo pipefail

say() { echo "start-engine: $*"; }

# Of which stand_ins.py makes debian:12; what needs it is skipped without it.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v mmdebstrap >/dev/null; then
    apt-get install -y -qq --no-install-recommends mmdebstrap >/dev/null 2>&1 || say "no mmdebstrap to be had"
fi
if docker version --format '{{.Server.Version}}' >/dev/null 2>&1; then
    say "docker $(docker version --format '{{.Server.Version}}') answers"
    exit 0
fi
[ "$(id -u)" = 0 ] || { say "no engine answers, and only root can install one"; exit 1; }
if ! command -v dockerd >/dev/null; then
    command -v apt-get >/dev/null || { say "no engine answers, and there is no apt-get to install one"; exit 1; }
    say "installing docker.io"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends docker.io iptables >/dev/null
    # Newer archives have the plugin that BuildKit's own progress comes from; with an older one Docker has BuildKit inside.
    apt-get install -y -qq --no-install-recommends docker-buildx docker-cli >/dev/null 2>&1 || true
fi
state=${TMPDIR:-/tmp}/torchlint-engine
mkdir -p "$state"
setsid nohup dockerd --data-root "$state/data" --exec-root "$state/exec" --pidfile "$state/pid" \
    --exec-opt native.cgroupdriver=cgroupfs >"$state/log" 2>&1 </dev/null &
for _ in $(seq 60); do
    if docker version --format '{{.Server.Version}}' >/dev/null 2>&1; then
        say "docker $(docker version --format '{{.Server.Version}}') started"
        exit 0
    fi
    sleep 1
done
say "dockerd does not answer:"
tail -5 "$state/log"
exit 1
