#!/bin/sh
# Reading speed beside ripgrep over the same files, as a Markdown table.
# ripgrep is taken from the system: apt-get install ripgrep.
set -eu
cd "$(dirname "$0")/.."
exec go run ./bench/read "$@"
