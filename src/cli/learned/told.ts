/** What was taken into the ledger, as it is told: each learning with what is done about it; owners only where they are no persons. */
import { type Say, sayIn } from '../../calendar/say.ts';
import { namesVeil } from '../../diagnostics/people-names.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { StoreUpdate } from '../../exchange/kept.ts';
import type { Learned } from '../../exchange/learned/read.ts';
import type { LedgerLine } from '../../exchange/learned/types.ts';
import type { Model } from '../../model/model.ts';
import { dateShort } from '../../report/words.ts';
import { counted } from '../../wording/words.ts';
import type { Host } from '../host.ts';
import { printJson } from '../print.ts';

interface LearnedReport {
  readonly file: string;
  readonly read: Learned;
  readonly result: StoreUpdate;
  readonly model: Model;
}

interface Manner {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function tell(
  { file, read, result, model }: LearnedReport,
  { json, quiet }: Manner,
  host: Host,
): void {
  const { lines, rows, unseenOwners, untold } = read;
  const { added, changed, same } = result;
  const veiled = namesVeil((model.people ?? []).map(({ name }) => name));
  const told = lines.map((line) => shown(line, model, veiled));
  if (json) {
    printJson({ file, rows, learned: told, unseenOwners, untold, added, changed, same }, host);
    return;
  }
  if (quiet) return;
  const say = sayIn(model.programme.locale);
  host.out(`${file}: ${counted(say, rows, 'row')}\n`);
  for (const line of told) host.out(words(say, line, model));
  host.out(
    `  ledger: ${counted(say, added, 'row')} more, ${say.exact(changed)} changed, ${say.exact(same)} as before\n`,
  );
  if (unseenOwners > 0) {
    const [have, are] = unseenOwners === 1 ? ['has an owner who is', 'is'] : ['have owners who are', 'are'];
    host.err(
      `${counted(say, unseenOwners, 'action')} ${have} neither a role nor a department: kept in the ledger, and ${are} shown nowhere.\n`,
    );
  }
  if (untold > 0) {
    const [stand, they] = untold === 1 ? ['stands', 'it is'] : ['stand', 'they are'];
    host.err(
      `${counted(say, untold, 'story', 'stories')} ${stand} without a date of consent: ${they} kept, and shown nowhere.\n`,
    );
  }
}

/** A line as anybody may read it. */
function shown(
  line: LedgerLine,
  { departments, roles }: Model,
  veiled: (text: string) => string,
): LedgerLine {
  const { owner = '', story, learning = '', action = '', ...rest } = line;
  return {
    ...rest,
    learning: veiled(learning),
    action: veiled(action),
    ...((departments.has(owner) || roles.has(owner)) && { owner }),
    ...(story !== undefined && rest.consent !== undefined && { story: veiled(story) }),
  };
}

function words(say: Say, line: LedgerLine, { departments, roles, stages }: Model): string {
  const {
    id,
    date = '',
    department = '',
    stage,
    learning,
    action,
    owner,
    due = '',
    status = 'open',
    story,
  } = line;
  const where = [
    departments.get(department)?.name ?? department,
    ...(stage === undefined ? [] : [stages.get(stage)?.name ?? stage]),
  ];
  const who = owner === undefined ? '' : ` (${roles.get(owner)?.name ?? departments.get(owner)?.name})`;
  return [
    `  ${id}  ${dateShort(say, date)}  ${where.join(', ')}: ${learning}`,
    `      → ${action}${who}, by ${dateShort(say, due)}, ${status}`,
    ...(story === undefined ? [] : [`      told: “${story}”`]),
  ]
    .map((text) => `${sanitise(text)}\n`)
    .join('');
}
