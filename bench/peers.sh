#!/usr/bin/env bash
# entente beside other programs: installs those that Debian has and are missing
# here, measures, and writes docs/performance.md. What cannot be installed is said in its place.
#
#	bench/peers.sh [-articles 100000] [-meetings 1000000] [-rounds 7] [-only first,filter,memory,read,index,change,screen,growth]
set -uo pipefail
cd "$(dirname "$0")/.."

missing=()
for tool in newsboat:newsboat less:less fzf:fzf rg:ripgrep; do
	command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
done
if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null; then
	echo "installing ${missing[*]}" >&2
	sudo=""
	[ "$(id -u)" = 0 ] || sudo=sudo
	{ $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >&2 ||
		echo "not all could be installed" >&2
fi
exec go run ./bench/peers -o docs/performance.md "$@"
