/** `cxplan completion`: the few lines that a shell runs to have cxplan complete what is typed. */
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';

const TAB = '\\t';

/** Where cxplan knows nothing, the shell completes files as ever. */
const SHELLS: Readonly<Record<string, string>> = {
  bash: `# Into ~/.bashrc: source <(cxplan completion bash)
_cxplan() {
  local IFS=$'\\n' line
  COMPREPLY=()
  while IFS=$'${TAB}' read -r line _; do
    COMPREPLY+=("$line")
  done < <(cxplan complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  [ "\${#COMPREPLY[@]}" -gt 0 ] || compopt -o default
}
complete -F _cxplan cxplan
`,
  zsh: `#compdef cxplan
# Into ~/.zshrc, after compinit: source <(cxplan completion zsh)
_cxplan() {
  local -a found
  local line
  for line in "\${(@f)$(cxplan complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("\${\${line%%$'${TAB}'*}//:/\\\\:}:\${line#*$'${TAB}'}")
  done
  if (( $#found )); then _describe 'cxplan' found; else _files; fi
}
compdef _cxplan cxplan
`,
  fish: `# Into ~/.config/fish/completions/cxplan.fish: cxplan completion fish
function __cxplan
    set -l words (commandline -opc) (commandline -ct)
    set -l found (cxplan complete -- $words[2..] 2>/dev/null)
    if test (count $found) -gt 0
        string join \\n -- $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c cxplan -f -a '(__cxplan)'
`,
};

/** 0; @throws Failure for another shell */
export async function completion(shell: string, host: Host): Promise<number> {
  const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (script === undefined)
    throw new Failure(
      `there is no completion for the shell ${JSON.stringify(shell)}: known are bash, zsh and fish`,
    );
  host.out(script);
  return 0;
}
