/** Edits of `plan.json` by hand, offered as pins: only what is pinned stays. */

import { PLAIN_NUMBERS } from '../../calendar/say.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import { handEdits } from '../../plan/hand-edits.ts';
import { counted } from '../../wording/words.ts';
import type { Host } from '../host.ts';

/** Most that are named. */
const NAMED = 10;

/** Names each on stderr with the command that pins it. */
export function offerPins(previous: Plan, host: Host): void {
  const edits = handEdits(previous);
  if (edits.length === 0) return;
  const lines = edits.slice(0, NAMED).map((session) => `  ${commandFor(session)}`);
  if (edits.length > NAMED) lines.push(`  … and ${edits.length - NAMED} more`);
  const them = edits.length === 1 ? 'it' : 'them';
  host.err(
    `plan.json was changed by hand: ${counted(PLAIN_NUMBERS, edits.length, 'session')}. A plan is made anew each time; to fix ${them} there:\n${lines.map(sanitise).join('\n')}\n`,
  );
}

function commandFor({ id, start, room, facilitator }: PlanSession): string {
  const parts = [
    `cxplan pin ${id} --at ${start}`,
    ...(room === null ? [] : [`--room ${room}`]),
    ...(facilitator === null ? [] : [`--facilitator ${facilitator}`]),
  ];
  return parts.join(' ');
}
