/** What a word, a rule or a session is about. */

import type { Commands } from './declare.ts';
import { out } from './options.ts';

export const EXPLAINING: Commands = {
  rules: (add) =>
    add('rules', 'list the rules that look for gaps', 'cxplan rules --json', async () => {
      const { rules } = await import('../commands/rules.ts');
      return (_target, flags, to) => rules(flags, to);
    }).option('--json', 'print them as JSON'),
  explain: (add) =>
    add(
      'explain <id>',
      'say why: a rule, a gap by its key, a session or group of the plan, the score of a department, role or site',
      'cxplan explain no-voice:module=read-the-dashboard -w examples/fernhill-gaps',
      async () => (await import('../commands/explain.ts')).explain,
    )
      .option('-w, --workspace <folder>', 'where to look up sessions, groups and departments')
      .addOption(out())
      .option('--json', 'print it as JSON'),
};
