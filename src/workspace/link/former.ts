/** `was`: what entries were called before, so that what a plan, a ledger or a reference says of the old id still means them. */
import { isMap } from '../../collections/is-map.ts';
import type { FormerIds, Id } from '../../model/model.ts';
import type { Row, Table } from '../files/csv/table.ts';
import { asList } from './values.ts';
import type { Written, WrittenFormerId } from './written.ts';

/** Sections whose entries may say `was`. */
export const RENAMED = ['sites', 'rooms', 'departments', 'roles', 'modules', 'facilitators'] as const;

interface Was {
  readonly was?: WrittenFormerId;
}

/**
 * Every former id, by the id of now. Links hold: whoever claims an id that is another's has been told.
 * @param roster whose people may say it in a column `was`, several with blanks between
 */
export function linkFormer(written: Written, roster: Table | undefined): FormerIds {
  const shifts = new Map<Id, Former>();
  for (const [id, { shifts: own = {}, teams = {} }] of written.departments) {
    const former = formerShifts(formerIn(Object.entries(own)), formerIn(Object.entries(teams)), own, teams);
    if (former.size > 0) shifts.set(id, former);
  }
  return {
    sites: formerIn(written.sites),
    rooms: formerIn(written.rooms),
    departments: formerIn(written.departments),
    roles: formerIn(written.roles),
    modules: formerIn(written.modules),
    facilitators: formerIn(written.facilitators),
    people: roster?.columns.has('was') ? formerPeople(roster) : new Map(),
    shifts,
  };
}

/** The ids that somebody had before, of a row of the roster. */
export function wasIn(row: Row): Id[] {
  return row.cell('was')?.split(/\s+/) ?? [];
}

type Former = Map<Id, Id>;

/** A roster with more of them is refused. */
export const MOST_FORMER = 500_000;

function formerPeople({ rows }: Table): Former {
  const out: Former = new Map();
  for (const row of rows) {
    for (const old of wasIn(row)) {
      out.set(old, row.cell('id') ?? '');
      if (out.size > MOST_FORMER) return out;
    }
  }
  return out;
}

function formerIn(entries: Iterable<readonly [Id, Was]>): Former {
  const out: Former = new Map();
  for (const [id, { was }] of entries) for (const old of asList(was)) out.set(old, id);
  return out;
}

/** People of a team are on shifts of their own, `<shift>-<team>`: another id of either is another id of these. */
function formerShifts(shifts: Former, teams: Former, ownShifts: object, ownTeams: object): Former {
  const out = new Map(shifts);
  const all = (now: object, former: Former) => [
    ...Object.keys(now).map((id) => [id, id] as const),
    ...former,
  ];
  const usual = Object.keys(ownShifts).length === 0 ? { day: {} } : ownShifts;
  for (const [oldShift, shift] of all(usual, shifts)) {
    for (const [oldTeam, team] of all(ownTeams, teams)) {
      if (oldShift !== shift || oldTeam !== team) out.set(`${oldShift}-${oldTeam}`, `${shift}-${team}`);
    }
  }
  return out;
}

/** The former ids that an entry of any shape says, each with where below the entry it stands. */
export function wasOf(
  entry: unknown,
): readonly { readonly word: Id; readonly at: readonly (string | number)[] }[] {
  const was = isMap(entry) ? entry.was : undefined;
  if (typeof was === 'string') return [{ word: was, at: ['was'] }];
  if (!Array.isArray(was)) return [];
  return was.flatMap((word: unknown, i) => (typeof word === 'string' ? [{ word, at: ['was', i] }] : []));
}
