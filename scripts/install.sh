#!/bin/sh
# Makes .venv and installs Dragoman into it from uv.lock; says which package to install when something is missing.
# Usage: PYTHON=python3 sh scripts/install.sh [--no-dev]
set -eu

python=${PYTHON:-python3}

if ! command -v "$python" >/dev/null 2>&1; then
    echo "make: no $python found; install Python 3.11 or newer (Debian, Ubuntu: apt install python3 python3-venv)," >&2
    echo "      or name another one: make demo PYTHON=/path/to/python3" >&2
    exit 1
fi

if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))'; then
    echo "make: $("$python" --version 2>&1) found; Dragoman needs Python 3.11 to 3.14." >&2
    echo "      Install one (Debian, Ubuntu: apt install python3.12 python3.12-venv) and: make demo PYTHON=python3.12" >&2
    exit 1
fi

if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "make: this Python has no venv; install it (Debian, Ubuntu: apt install python$version-venv)." >&2
    exit 1
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip -q
.venv/bin/python -m pip install -q --disable-pip-version-check 'uv>=0.9'
# --inexact: pip and uv stay in the environment
VIRTUAL_ENV=$PWD/.venv .venv/bin/python -m uv sync --quiet --frozen --inexact --no-progress --active "$@"
