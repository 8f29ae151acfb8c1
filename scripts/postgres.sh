#!/bin/sh
# A PostgreSQL server of our own for tests: on loopback, on a free port, with its data in FOLDER, never run by root.
# Usage: sh scripts/postgres.sh start FOLDER    prints its address, which holds the password
#        sh scripts/postgres.sh stop FOLDER     stops it; FOLDER may be removed then
# Installs PostgreSQL from Debian's packages (apt-get, as root or by sudo) where there is no server.
set -eu

say() { echo "postgres: $*" >&2; }

binaries() {
    for found in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn) /usr/local/pgsql/bin /usr/local/bin /usr/bin; do
        [ -x "$found/initdb" ] && [ -x "$found/pg_ctl" ] && [ -x "$found/postgres" ] && echo "$found" && return
    done
}

as_owner() {  # the server refuses to be run by root
    if [ "$(id -u)" -eq 0 ]; then
        su "$owner" -s /bin/sh -c "$*"
    else
        sh -c "$*"
    fi
}

install() {
    command -v apt-get >/dev/null 2>&1 || { say "no server found and no apt-get; install PostgreSQL 13 or newer"; exit 1; }
    root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || { say "no server found; as root run: apt-get install postgresql"; exit 1; }
        root="sudo -n"
    fi
    say "installing PostgreSQL from Debian's packages"
    export DEBIAN_FRONTEND=noninteractive
    $root apt-get update -q >&2
    $root apt-get install -q -y --no-install-recommends postgresql >&2
}

start() {
    [ -n "$(binaries)" ] || install
    bin=$(binaries)
    [ -n "$bin" ] || { say "PostgreSQL was installed, but initdb, pg_ctl and postgres are not found"; exit 1; }
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    mkdir -p "$folder"
    printf '%s\n' "$password" >"$folder/password"
    chmod 700 "$folder"
    chmod 600 "$folder/password"
    [ "$(id -u)" -ne 0 ] || chown -R "$owner" "$folder"
    as_owner "cd '$folder' && '$bin/initdb' -D data -U dragoman --pwfile=password --auth=scram-sha-256 -E UTF8 \
        --locale=C >initdb.log 2>&1" || { cat "$folder/initdb.log" >&2; exit 1; }
    try=0
    while [ "$try" -lt 20 ]; do
        port=$((20000 + ($$ + try * 977) % 12000))
        options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=100"
        if as_owner "cd '$folder' && '$bin/pg_ctl' -D data -w -t 60 -l server.log -o \"$options\" start >start.log 2>&1"; then
            echo "postgresql://dragoman:$password@127.0.0.1:$port/postgres"
            return
        fi
        try=$((try + 1))
    done
    cat "$folder/start.log" "$folder/server.log" >&2
    exit 1
}

stop() {
    bin=$(binaries)
    as_owner "cd '$folder' && '$bin/pg_ctl' -D data -m fast -w stop >stop.log 2>&1" || { cat "$folder/stop.log" >&2; exit 1; }
}

[ $# -eq 2 ] || { sed -n '2,5p' "$0" >&2; exit 2; }
owner=postgres
id -u "$owner" >/dev/null 2>&1 || owner=nobody
case $2 in /*) folder=$2 ;; *) folder=$PWD/$2 ;; esac
case $1 in
    start) start ;;
    stop) stop ;;
    *) sed -n '2,5p' "$0" >&2; exit 2 ;;
esac
