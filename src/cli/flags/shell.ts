/** Beside the work: the reference, watching, editors and shells. */

import type { Commands } from './declare.ts';
import { planning, port } from './options.ts';

export const HELPING: Commands = {
  docs: (add) =>
    add(
      'docs <word>',
      'print what the reference says of a section, a key or a word of the glossary',
      'cxplan docs maxAway',
      async () => {
        const { docs } = await import('../commands/docs.ts');
        return (word, flags, host) => docs(word!, flags, host);
      },
    ).option('--json', 'print it as JSON'),
  watch: (add) =>
    planning(
      add(
        'watch [workspace]',
        'plan again whenever a file is saved; with mistakes in it, the last good plan stays',
        'cxplan watch my-workspace',
        async () => (await import('../commands/watch.ts')).watch,
      ),
    )
      .option('--serve', 'show the page at http://127.0.0.1, on this machine alone: it follows each save')
      .addOption(port().implies({ serve: true })),
  editor: (add) =>
    add(
      'editor [workspace]',
      'write what editors need: the schema for completion and hover, and tasks for VS Code',
      'cxplan editor my-workspace',
      async () => (await import('../commands/editor.ts')).editor,
    ),
  completion: (add) =>
    add(
      'completion <shell>',
      'print what makes bash, zsh or fish complete commands, flags and ids of the workspace',
      'source <(cxplan completion bash)',
      async () => {
        const { completion } = await import('../commands/completion.ts');
        return (shell, _flags, host) => completion(shell!, host);
      },
    ),
  complete: (add) =>
    add(
      'complete [words...]',
      'print what may stand where the cursor is, for the shells',
      'cxplan complete -- explain no-',
      async () => {
        const { complete } = await import('../commands/complete.ts');
        return (_word, _flags, host, words, _file, { parent }) =>
          complete(words as unknown as readonly string[], parent!, host);
      },
    ),
};
