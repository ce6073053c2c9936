
# A word that begins with a quotation mark and is not closed yet is completed
# here: the function above would hand it to the shell, which waits for the mark.
__entente_quoted() {
	local cur=${COMP_WORDS[COMP_CWORD]} mark plain line directive
	mark=${cur:0:1}
	if [[ $mark != '"' && $mark != "'" ]]; then
		__start_entente "$@"
		return
	fi
	plain=${cur:1}
	[[ $mark == '"' ]] && plain=${plain//\\\"/\"}
	local before=("${COMP_WORDS[@]:1:COMP_CWORD-1}") lines=()
	if ((${#before[@]})) && [[ ${before[-1]} == = ]]; then # --filter="…
		unset 'before[-1]'
	fi
	# The words before it lose their quotation marks, but nothing in them is run.
	case "${before[*]}" in
	*[\$\`\;\|\&\<\>\(\)*?\[]*) ;;
	*) eval "before=(${before[*]})" 2>/dev/null ;;
	esac
	while IFS= read -r line; do
		lines+=("$line")
	done < <("${COMP_WORDS[0]}" __completeNoDesc "${before[@]}" "$plain" 2>/dev/null)
	((${#lines[@]})) || return
	directive=${lines[${#lines[@]} - 1]#:}
	unset "lines[${#lines[@]}-1]"
	COMPREPLY=()
	for line in "${lines[@]}"; do
		[[ ${line//\"/} == "${plain//\"/}"* ]] || continue # a value of two words comes in marks of its own
		[[ $mark == '"' ]] && line=${line//\"/\\\"}
		COMPREPLY+=("$line")
	done
	if (((directive & 4) != 0)); then
		compopt +o default 2>/dev/null
	fi
	if (((directive & 2) != 0)); then
		compopt -o nospace 2>/dev/null
		# One word alone would have the mark closed behind it, and there is more to type.
		((${#COMPREPLY[@]} == 1)) && COMPREPLY+=("${COMPREPLY[0]}…")
	fi
}

if [[ $(type -t compopt) == builtin ]]; then
	complete -o default -F __entente_quoted entente
else
	complete -o default -o nospace -F __entente_quoted entente
fi
