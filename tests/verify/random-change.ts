/** What happens to a random firm during its year, and what it looks like with a roster. */
import fc from 'fast-check';
import { date } from './random-firm.ts';

type Entry = Record<string, unknown>;
type Firm = Record<'programme' | 'policy', Entry> &
  Record<'sites' | 'departments' | 'roles' | 'modules' | 'facilitators' | 'rooms', Record<string, Entry>>;
type Change = (firm: Firm) => void;

const stretch = fc
  .tuple(fc.nat(60), fc.nat(20))
  .map(([from, length]) => ({ from: date(from), to: date(from + length) }));

/** What was there, and a stretch of days more. */
const also = (entry: Entry, key: string, more: unknown): void => {
  entry[key] = [...((entry[key] as unknown[] | undefined) ?? []), more];
};

const pick = <T extends object>(things: T, index: number): [string, T[keyof T]] => {
  const names = Object.keys(things) as (keyof T & string)[];
  const name = names[index % names.length]!;
  return [name, things[name]];
};

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(5), stretch).map(
    ([i, days]): Change =>
      ({ facilitators }) => {
        also(pick(facilitators, i)[1], 'away', days);
      },
  ),
  fc.nat(2).map(
    (i): Change =>
      ({ facilitators }) => {
        delete facilitators[`f${3 + i}`];
      },
  ),
  fc.tuple(fc.constantFrom('x', 'y'), stretch).map(
    ([site, days]): Change =>
      ({ sites }) => {
        also(sites[site]!, 'closed', days);
      },
  ),
  fc.tuple(fc.nat(1), stretch).map(
    ([i, days]): Change =>
      ({ departments }) => {
        also(departments[`d${i}`]!, 'busy', days);
      },
  ),
  fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 12 })).map(
    ([i, heads]): Change =>
      ({ roles }) => {
        const role = pick(roles, i)[1];
        const before = role.heads as object[] | object | undefined;
        // Of heads that change, what they were from the beginning.
        role.heads = Array.isArray(before)
          ? [{ heads: { x: heads, y: 1 } }, ...before.slice(1)]
          : { ...before, x: heads };
        if (before === undefined) delete role.shifts;
      },
  ),
  fc.tuple(fc.nat(5), fc.constantFrom(5, 20, 45, 120)).map(
    ([i, minutes]): Change =>
      ({ modules }) => {
        const module = pick(modules, i)[1];
        if (module.format !== 'huddle') module.minutes = minutes;
      },
  ),
  fc.nat(5).map(
    (i): Change =>
      ({ modules }) => {
        if (Object.keys(modules).length === 1) return;
        const [gone] = pick(modules, i);
        delete modules[gone];
        for (const one of Object.values(modules)) {
          if (JSON.stringify(one.after ?? '').includes(`"${gone}"`)) delete one.after;
        }
      },
  ),
  fc.nat(5).map(
    (i): Change =>
      ({ modules }) => {
        modules.new = { ...pick(modules, i)[1], after: undefined };
      },
  ),
  fc.constantFrom('08:00-16:00', '14:00-22:00').map(
    (hours): Change =>
      ({ departments }) => {
        const shifts = departments.d0!.shifts as Record<string, Entry>;
        shifts.s0!.hours = hours;
        departments.d0!.meetings = { team: { day: 'tue', at: '15:00', minutes: 15 } };
      },
  ),
  fc.constantFrom(30, 45, 90).map(
    (minutesPerWeek): Change =>
      ({ policy }) => {
        policy.minutesPerWeek = minutesPerWeek;
      },
  ),
  fc.constantFrom('small', 'big').map(
    (room): Change =>
      ({ rooms }) => {
        rooms[room]!.seats = 2;
      },
  ),
);

/** One to three things that change, on a day of the programme. */
export const randomEvents = fc
  .tuple(fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(45))
  .map(([changes, day]) => ({ asOf: date(day), changed: (text: string) => edited(text, changes) }));

function edited(text: string, changes: readonly Change[]): string {
  const firm: Firm = JSON.parse(text);
  for (const apply of changes) apply(firm);
  return JSON.stringify(firm);
}

/** The firm as the files of a workspace; with a roster its people have numbers, some of them come and go. */
export function filesOf(text: string, roster: boolean): Map<string, string> {
  if (!roster) return new Map([['cxplan.yaml', text]]);
  const firm: Firm = JSON.parse(text);
  const rows = ['id,role,site,shift,joined,left'];
  for (const [id, role] of Object.entries(firm.roles)) {
    const shifts = Object.keys(firm.departments[role.department as string]!.shifts as object);
    const written = role.heads ?? (role.shifts as Record<string, unknown>).s0;
    const [first] = [written].flat() as [Record<string, unknown>];
    delete role.shifts;
    for (const [site, heads] of Object.entries((first.heads ?? first) as Record<string, number>)) {
      for (let i = 0; i < heads; i++) {
        const joined = i % 3 === 1 ? date(5 * i - 10) : '';
        const left = i % 4 === 2 ? date(60 - 7 * i) : '';
        rows.push(`p${rows.length},${id},${site},${shifts[i % shifts.length]},${joined},${left}`);
      }
    }
    delete role.joiners;
  }
  firm.programme.people = 'people.csv';
  // What ends is renewed: every other person has learned it in the months before.
  const learned = ['person,module,date,status'];
  for (const [id] of Object.entries(firm.modules).filter(([, { validFor }]) => validFor)) {
    for (let i = 1; i < rows.length; i += 2)
      learned.push(`p${i},${id},${date(-1 - ((7 * i) % 60))},attended`);
  }
  if (learned.length > 1) firm.programme.attendance = 'attendance.csv';
  return new Map([
    ['cxplan.yaml', JSON.stringify(firm)],
    ['people.csv', `${rows.join('\n')}\n`],
    ...(learned.length > 1 ? ([['attendance.csv', `${learned.join('\n')}\n`]] as const) : []),
  ]);
}
