#!/usr/bin/env bash
# Plays stories.txt against a binary in a real terminal (tmux), and says which
# story does not go as told. Usage: ui/stories/run.sh BINARY [WORD IN THE NAME]
set -uo pipefail

binary=$(realpath "$1")
only=${2:-}
here=$(dirname "$0")
socket=entente-stories-$$
mine=$(mktemp -d) # what the stories keep is not the user's
export XDG_DATA_HOME=$mine XDG_CACHE_HOME=$mine XDG_CONFIG_HOME=$mine
tm() { tmux -u -L "$socket" -f /dev/null "$@"; }
trap 'tm kill-server 2>/dev/null; rm -rf "$mine"' EXIT
# A server of our own that outlives each story's window.
tm new-session -d -s keep 'sleep 600'

patience=150 # tenths of a second that a state is waited for, on however slow a machine
failed=0 played=0 story='' skip=0

screen() { tm capture-pane -p -t story 2>/dev/null; }

fail() {
	echo "FAILED: $story: $1"
	screen | sed 's/^/    /'
	failed=$((failed + 1))
	skip=1
}

wait_for() { # 0 to see, 1 for gone; text
	for _ in $(seq $patience); do
		if screen | grep -qF -- "$2"; then found=0; else found=1; fi
		[ "$found" = "$1" ] && return 0
		sleep 0.1
	done
	return 1
}

begin() { # a story
	size=80x24
	[[ $story =~ \ ([0-9]+x[0-9]+)$ ]] && size=${BASH_REMATCH[1]} && story=${story% *}
	skip=0
	if [[ -n $only && $story != *"$only"* ]]; then
		skip=1
		return
	fi
	played=$((played + 1))
	rm -rf "${mine:?}"/*
	start
}

start() { # the program, anew
	tm kill-session -t story 2>/dev/null
	tm new-session -d -s story -x "${size%x*}" -y "${size#*x}" -c "$mine" "$binary"
	tm set-option -t story window-size manual 2>/dev/null
}

while IFS= read -r line || [ -n "$line" ]; do
	read -r verb rest <<<"$line"
	rest=${line#"$verb"}
	rest=${rest# }
	case $verb in
	'' | '#'*) continue ;;
	story)
		story=$rest
		begin
		continue
		;;
	esac
	[ $skip = 1 ] && continue
	case $verb in
	keys)
		for k in $rest; do
			tm send-keys -t story "$k"
			# A letter right behind Esc is Alt and the letter, as terminals send it.
			if [ "$k" = Escape ]; then sleep 0.3; else sleep 0.05; fi
		done
		;;
	type) tm send-keys -t story -l -- "$rest" && sleep 0.1 ;;
	start) start ;;
	resize) tm resize-window -t story -x "${rest%x*}" -y "${rest#*x}" ;;
	see) wait_for 0 "$rest" || fail "never shows “$rest”" ;;
	gone) wait_for 1 "$rest" || fail "still shows “$rest”" ;;
	end)
		for _ in $(seq $patience); do
			tm has-session -t story 2>/dev/null || break
			sleep 0.1
		done
		tm has-session -t story 2>/dev/null && fail "has not ended"
		;;
	*) fail "no such step: $verb" ;;
	esac
done <"$here/stories.txt"

echo "$played stories played, $failed failed"
[ "$failed" = 0 ]
