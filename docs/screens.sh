#!/usr/bin/env bash
# Takes the pictures of docs/screens.md from real runs: the binary in a
# terminal multiplexer, keys sent to it, the screen captured as text.
# Run it from the project's root; it needs tmux.
set -euo pipefail

work=$(mktemp -d)
home=$work/home # what is kept here is not the user's
export XDG_DATA_HOME=$home XDG_CACHE_HOME=$home XDG_CONFIG_HOME=$home
trap 'tmux -L entente-screens kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
go build -o "$work/entente" .

shot() { # width, height, title, keys…
	local w=$1 h=$2 title=$3 && shift 3
	tmux -L entente-screens -f /dev/null new-session -d -s shot -x "$w" -y "$h" "$work/entente"
	for _ in $(seq 100); do
		sleep 0.1
		if tmux -L entente-screens capture-pane -p -t shot | grep -q '[0-9] meetings'; then break; fi
	done
	for k in "$@"; do
		tmux -L entente-screens send-keys -t shot "$k"
		sleep 0.2
	done
	sleep 0.5
	printf '\n## %s\n\n```\n' "$title"
	tmux -L entente-screens capture-pane -p -t shot
	printf '```\n'
	tmux -L entente-screens kill-session -t shot
	sleep 0.3
}

{
	printf '# Screens\n\nMade by docs/screens.sh from the articles inside the program.\n'
	shot 120 40 'The timeline: list, preview, strips, evidence'
	shot 80 24 'Filtered while typing' / 'who:stolt'
	shot 80 24 'Choosing people, with counts' f l
	shot 120 40 'Reading, with a search in the article' 4 G Enter / tanks Enter
	shot 120 40 'Why is this here?' w
	shot 120 40 'Who met whom' g m
	shot 120 32 'Every meeting of a pair' '&'
	shot 120 40 'Figures' g i
	shot 120 32 'What changed since a day' : 'since 2024-12' Enter
	shot 100 32 'An audit of what is shown' : 'audit 40' Enter y y
	shot 30 8 'A very small window'
} >docs/screens.md
