#!/usr/bin/env bash
# Container engines for the tests in tests/build: the Docker that answers, else that of this Debian's or Ubuntu's archive;
# and Podman with Buildah, unless they are not to be had. Needs root where something has to be installed. Prints what it
# did; ends with 1 where no Docker can be had.
set -euo pipefail

say() { echo "start-engine: $*"; }

# Of which stand_ins.py makes debian:12; what needs it is skipped without it.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v mmdebstrap >/dev/null; then
    apt-get install -y -qq --no-install-recommends mmdebstrap >/dev/null 2>&1 || say "no mmdebstrap to be had"
fi
# What needs them is skipped without them.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    if ! command -v podman >/dev/null || ! command -v buildah >/dev/null || ! command -v runc >/dev/null; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends podman buildah runc uidmap \
            >/dev/null 2>&1 || say "no podman and buildah to be had"
    fi
    # What it takes where a container may not raise its limits, where nobody manages control groups, and where there are
    # two hierarchies of them, which crun refuses.
    settings=/etc/containers/containers.conf.d/90-torchlint-tests.conf
    if command -v podman >/dev/null && [ ! -e "$settings" ]; then
        mkdir -p "${settings%/*}"
        {
            capabilities=$((16#$(awk '/^CapEff/ { print $2 }' /proc/self/status)))
            if [ $((capabilities >> 24 & 1)) = 0 ]; then
                files=$(ulimit -Hn) processes=$(ulimit -Hu)
                [ "$files" != unlimited ] || files=1048576
                { [ "$processes" != unlimited ] && [ "$processes" -le 30000 ]; } || processes=30000
                echo '[containers]'
                echo "default_ulimits = [\"nofile=$files:$files\", \"nproc=$processes:$processes\"]"
            fi
            echo '[engine]'
            [ -d /run/systemd/system ] || printf 'cgroup_manager = "cgroupfs"\nevents_logger = "file"\n'
            [ ! -e /sys/fs/cgroup/unified/cgroup.procs ] || echo 'runtime = "runc"'
        } >"$settings"
        say "settings of podman and buildah: $settings"
    fi
    ! command -v podman >/dev/null || say "podman $(podman info --format '{{.Version.Version}}' 2>&1 | tail -1)"
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
