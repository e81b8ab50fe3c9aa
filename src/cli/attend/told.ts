/** What came of a list of who came, as it is told: sums by session, and rows that were not taken, by their lines. */

import { sayIn } from '../../calendar/say.ts';
import { append } from '../../collections/lists.ts';
import type { Delivery, MatchResult } from '../../delivery/types.ts';
import type { StoreUpdate } from '../../exchange/kept.ts';
import type { Model } from '../../model/model.ts';
import { startWords } from '../../report/words.ts';
import { counted } from '../../wording/words.ts';
import type { Host } from '../host.ts';
import { printJson } from '../print.ts';

/** How it is told. */
interface Manner {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly people?: boolean;
}

interface AttendReport {
  readonly file: string;
  readonly kind: string;
  readonly rows: number;
  readonly matched: MatchResult;
  readonly result: StoreUpdate;
  readonly model: Model;
}

interface SessionSum {
  readonly session: string;
  readonly module: string;
  readonly start: string;
  readonly planned: number;
  delivered: number;
  missed: number;
  /** Came without a seat in it. */
  guests: number;
}

function sumsOf(deliveries: readonly Delivery[]): SessionSum[] {
  const sums = new Map<string, SessionSum>();
  for (const {
    session: { session, seated },
    isSeated,
    status,
  } of deliveries) {
    let sum = sums.get(session.id);
    if (!sum) {
      sum = {
        session: session.id,
        module: session.module,
        start: session.start,
        planned: seated.size,
        delivered: 0,
        missed: 0,
        guests: 0,
      };
      sums.set(session.id, sum);
    }
    if (!isSeated) sum.guests++;
    else if (status === 'absent') sum.missed++;
    else sum.delivered++;
  }
  return [...sums.values()].sort((a, b) => (a.start + a.session < b.start + b.session ? -1 : 1));
}

export function tell(
  { file, kind, rows, matched, result, model }: AttendReport,
  { json, quiet, people }: Manner,
  host: Host,
): void {
  const { deliveries, untaken, taken, open } = matched;
  const sums = sumsOf(deliveries);
  // Rows of the file are told by their number: who stands in them is nobody's business but on request.
  const named = people
    ? {
        people: deliveries.map(({ person, session, status, minutes }) => ({
          person,
          session: session.session.id,
          status,
          ...(minutes !== undefined && { minutes }),
        })),
      }
    : {};
  if (json) {
    printJson(
      {
        file,
        kind,
        rows,
        taken,
        open,
        untaken,
        sessions: sums,
        ...named,
        added: result.added,
        changed: result.changed,
        same: result.same,
      },
      host,
    );
    return;
  }
  if (quiet) return;
  const say = sayIn(model.programme.locale);
  host.out(
    `${file}: ${kind} attendance, ${counted(say, rows, 'row')}; ${say.exact(taken)} taken${open > 0 ? `, ${say.exact(open)} about what is still to come` : ''}\n`,
  );
  for (const { session, module, start, planned, delivered, missed, guests } of sums) {
    const name = model.modules.get(module)?.name ?? module;
    const more = guests > 0 ? `, ${counted(say, guests, 'guest')}` : '';
    host.out(
      `  ${startWords(say, start)}  ${name}: planned ${say.exact(planned)}, delivered ${say.exact(delivered)}, missed ${say.exact(missed)}${more}  (${session})\n`,
    );
  }
  for (const [why, lines] of byReason(untaken)) {
    const few = lines.slice(0, 10).join(', ');
    host.out(
      `  not taken, ${why}: ${counted(say, lines.length, 'row')} (line ${few}${lines.length > 10 ? ' …' : ''})\n`,
    );
  }
  if (people)
    for (const { person, status, minutes, session } of deliveries)
      host.out(
        `  ${person}  ${status}${minutes === undefined ? '' : ` ${minutes} min`}  ${session.session.id}\n`,
      );
  host.out(
    `  attendance: ${counted(say, result.added, 'row')} more, ${say.exact(result.changed)} changed, ${say.exact(result.same)} as before\n`,
  );
}

function byReason(untaken: MatchResult['untaken']): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { why, line } of untaken) append(found, why, line);
  return found;
}
