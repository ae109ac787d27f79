/**
 * What a shell runs to complete a command line of certtrack: it hands the words to the hidden `certtrack __complete` and offers what
 * comes back.
 */
export const COMPLETION_SCRIPTS = {
  bash: `# certtrack completion for bash. Put it into ~/.local/share/bash-completion/completions/certtrack, or: source <(certtrack completion bash)
_certtrack() {
  local line=\${COMP_LINE:0:COMP_POINT} typed current rest char found quoted
  # Not -r: a space that is written as "\\ " belongs to its word.
  read -a typed <<< "$line"
  [[ $line == *[[:space:]] ]] && typed+=('')
  current=\${typed[\${#typed[@]} - 1]}
  # bash takes what follows = : or @ for a word of its own and replaces only that.
  rest=$current
  for char in = : @; do
    [[ $COMP_WORDBREAKS == *$char* ]] && rest=\${rest##*$char}
  done
  COMPREPLY=()
  while IFS= read -r found; do
    if [[ $found == :files ]]; then
      compopt -o default
      return
    fi
    found=\${found%%$'\\t'*}
    printf -v quoted %q "\${found#"\${current%"$rest"}"}"
    COMPREPLY+=("$quoted")
  done < <("$1" __complete "\${typed[@]:1}" 2> /dev/null)
}
complete -F _certtrack certtrack
`,
  zsh: `#compdef certtrack
# certtrack completion for zsh. Put it into a folder of your fpath as _certtrack, or: source <(certtrack completion zsh)
_certtrack() {
  local line
  local -a found
  for line in "\${(@f)$("$words[1]" __complete "\${(@)words[2,CURRENT]}" 2> /dev/null)}"; do
    if [[ $line == :files ]]; then
      _files
      return
    fi
    [[ -n $line ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}\${\${line#*$'\\t'}:+:\${line#*$'\\t'}}")
  done
  (( $#found )) && _describe -V certtrack found
}
if [[ $funcstack[1] == _certtrack ]]; then
  _certtrack "$@"
else
  compdef _certtrack certtrack
fi
`,
  fish: `# certtrack completion for fish. Put it into ~/.config/fish/completions/certtrack.fish, or: certtrack completion fish | source
function __certtrack_complete
    set -l typed (commandline -opc)
    set -l found ($typed[1] __complete $typed[2..-1] (commandline -ct) 2> /dev/null)
    if test "$found[1]" = :files
        __fish_complete_path (commandline -ct)
    else
        printf '%s\\n' $found
    end
end
complete -c certtrack -f -a '(__certtrack_complete)'
`,
} as const;
