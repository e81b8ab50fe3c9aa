/**
 * A year as a firm with names lives it, week by week and by a seed: people are ill, do not come, leave, join and change posts; two
 * systems send who came; ten things are learned; then the plan is made again. What must hold is counted here from the texts
 * of plan and roster alone.
 */
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { match } from '../../src/delivery/match.ts';
import { Persons } from '../../src/delivery/persons.ts';
import { Calendar, seatedSessions } from '../../src/delivery/seats.ts';
import { stored } from '../../src/delivery/store.ts';
import { presencesIn } from '../../src/exchange/attendance/presence.ts';
import { readAttendance } from '../../src/exchange/attendance/read.ts';
import { NO_MAPPING } from '../../src/exchange/mapping.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import { sourceOf } from '../exchange/table/source.ts';
import { type Lived, live } from './year.ts';

export interface Row {
  readonly id: string;
  readonly role: string;
  readonly site: string;
  readonly shift: string;
  readonly joined: string;
  left: string;
}

/** That somebody came to a module on a day. */
export interface Came {
  readonly person: string;
  readonly module: string;
  readonly day: string;
}

/** Somebody's seat in a session that they missed. */
interface Miss {
  readonly person: string;
  readonly session: PlanSession;
  /** Until when it was to be made up. */
  readonly by: string;
}

export interface Tally {
  weeks: number;
  attended: number;
  missed: number;
  /** Misses that were to be made up, and those of them that were given another seat in time. */
  due: number;
  madeUp: number;
  unscheduled: number;
}

const MAKE_UP_DAYS = 42;

export class LivedYear {
  readonly tally: Tally = { weeks: 0, attended: 0, missed: 0, due: 0, madeUp: 0, unscheduled: 0 };
  /** Misses without another seat in time. */
  readonly notMadeUp: string[] = [];
  /** What is not as it must be. */
  readonly faults: string[] = [];
  year!: Lived;
  before: Lived | undefined;
  private readonly sources: Map<string, string>;
  readonly rows: Row[];
  private readonly random: () => number;
  private readonly misses: Miss[] = [];
  private readonly ill = new Map<string, string>();
  /** Who came to what, as the meeting tool and the learning system know it. */
  readonly came: Came[];
  private attendance: string;
  private actions = 'id,date,department,stage,learning,action,owner,due,status,story,consent\n';
  private count = 0;

  /**
   * @param yaml of a firm whose programme names people.csv, attendance.csv and actions.csv
   * @param earlier what the attendance file says of the years before
   */
  constructor(
    yaml: ReadonlyMap<string, string>,
    rows: readonly Omit<Row, 'left'>[],
    seed: number,
    earlier: readonly Came[] = [],
  ) {
    this.sources = new Map(yaml);
    this.rows = rows.map((row) => ({ ...row, left: '' }));
    this.random = mulberry(seed);
    this.came = [...earlier];
    const lines = earlier.map(({ person, module, day }) => `${person},,,${module},${day},attended,\n`);
    this.attendance = `person,group,session,module,date,status,minutes\n${lines.join('')}`;
  }

  async begin(asOf: string): Promise<void> {
    this.year = await live(this.files(), asOf, undefined, { dated: true });
  }

  /** Lives until a day, and plans again. */
  async week(today: string): Promise<void> {
    const last = this.year.plan.asOf;
    await this.attend(last, today);
    this.comeAndGo(today);
    this.learn(today);
    const before = this.year;
    this.before = before;
    this.year = await live(this.files(), today, before.plan, { dated: true });
    this.tally.weeks++;
    this.tally.unscheduled = this.year.plan.unscheduled.length;
    this.look(before.plan, this.year.plan, today);
  }

  /** How many of those who missed something and were to make up for it had, or have, another seat in time. */
  settle(): Tally {
    const { plan } = this.year;
    const end = plan.programme.ends;
    const seats = seatsOf(plan);
    for (const { person, session, by } of this.misses) {
      const row = this.rows.findLast(({ id }) => id === person);
      if (by > end || (row && row.left !== '' && row.left < by)) continue;
      this.tally.due++;
      const later = (seats.get(person) ?? []).some(
        (one) =>
          one.module === session.module &&
          one.occurrence === session.occurrence &&
          one.start > session.start &&
          one.start.slice(0, 10) <= by,
      );
      if (later) this.tally.madeUp++;
      else this.notMadeUp.push(`${person}: ${session.id} of ${session.start}`);
    }
    return this.tally;
  }

  private files(): Map<string, string> {
    const people = this.rows.map(({ id, role, site, shift, joined, left }) =>
      [id, role, site, shift, joined, left, `Name ${id}`, `${id}@firm.example`].join(','),
    );
    return new Map([
      ...this.sources,
      ['people.csv', `id,role,site,shift,joined,left,name,email\n${people.join('\n')}\n`],
      ['attendance.csv', this.attendance],
      ['actions.csv', this.actions],
    ]);
  }

  /** What was held between two days, told by a meeting tool for what has a trainer and by a learning system for the rest. */
  private async attend(from: string, until: string): Promise<void> {
    const { plan } = this.year;
    const held = plan.sessions.filter(
      ({ status, start }) =>
        status === 'confirmed' && start.slice(0, 10) >= from && start.slice(0, 10) < until,
    );
    const people = new Map(plan.groups.map(({ id, people: ids }) => [id, ids ?? []]));
    const meeting = ['Name,User Email,Join time,Leave time,Guest'];
    const system = ['Email address,Session,Status'];
    for (const session of held) {
      const seated = session.attendees.flatMap(({ group, first, last }) =>
        (people.get(group) ?? []).slice(first - 1, last).flatMap((id) => id ?? []),
      );
      const there = seated.filter((id) => this.comes(id, session.start.slice(0, 10)));
      const byTool = session.facilitator !== null && there.length * 2 > seated.length;
      for (const id of seated) {
        const isThere = there.includes(id);
        this.tally[isThere ? 'attended' : 'missed']++;
        if (!isThere) this.miss(id, session);
        else this.came.push({ person: id, module: session.module, day: session.start.slice(0, 10) });
        const at = (text: string) => text.replace('T', ' ');
        if (!byTool) system.push(`${id}@firm.example,${session.id},${isThere ? 'P' : 'A'}`);
        else if (isThere)
          meeting.push(`Name ${id},${id}@firm.example,${at(session.start)},${at(session.end)},No`);
        else system.push(`${id}@firm.example,${session.id},E`);
      }
    }
    for (const lines of [meeting, system]) if (lines.length > 1) await this.take(`${lines.join('\n')}\n`);
  }

  private async take(text: string): Promise<void> {
    const { model, plan } = this.year;
    const calendar = new Calendar(seatedSessions(plan));
    const { file, diagnostics } = await readAttendance(sourceOf(text, 'list.csv'), NO_MAPPING);
    if (!file) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const { presences } = presencesIn(file, NO_MAPPING, (day) => calendar.has(day));
    const matched = match(presences, model, calendar, new Persons(model.people!), {
      zone: undefined,
      session: undefined,
      module: undefined,
      topic: file.topic,
      attendedFrom: 0.8,
      // What is held at the same time elsewhere is in no list of ours.
      isList: false,
    });
    for (const { line, why } of matched.untaken)
      this.faults.push(`${plan.asOf}: line ${line} not taken: ${why}`);
    this.attendance = stored(this.attendance, matched.deliveries).text;
  }

  /** One in 25 falls ill for some days on any week; of the others three in a hundred do not come. */
  private comes(id: string, day: string): boolean {
    const until = this.ill.get(id);
    if (until !== undefined && day <= until) return false;
    if (this.random() < 0.01) {
      this.ill.set(id, isoDate(toDay(day)! + Math.floor(this.random() * 5)));
      return false;
    }
    return this.random() >= 0.03;
  }

  private miss(person: string, session: PlanSession): void {
    const when = this.year.model.modules.get(session.module)?.when;
    const isMadeUp =
      when?.kind === 'once' ||
      when?.kind === 'moment' ||
      (when?.kind === 'every' && ['quarter', 'half-year', 'year'].includes(when.every));
    const by = isoDate(toDay(session.start.slice(0, 10))! + MAKE_UP_DAYS);
    if (isMadeUp) this.misses.push({ person, session, by });
  }

  private comeAndGo(today: string): void {
    const day = toDay(today)!;
    const there = this.rows.filter(({ left, joined }) => left === '' && joined < today);
    const some = (share: number) => there.filter(() => this.random() < share);
    for (const row of some(0.15 / 52)) row.left = isoDate(day + 13);
    for (const row of some(0.15 / 52))
      this.rows.push({ ...row, id: `n${++this.count}`, joined: isoDate(day + 7), left: '' });
    const open = there.filter(({ left }) => left === '');
    for (const row of open.filter(() => this.random() < 0.05 / 52)) {
      const other = open.find(
        ({ role, shift, site }) => role === row.role && (shift !== row.shift || site !== row.site),
      );
      if (!other) continue;
      row.left = isoDate(day + 6);
      this.rows.push({ ...row, site: other.site, shift: other.shift, joined: isoDate(day + 7), left: '' });
    }
  }

  private learn(today: string): void {
    const departments = [...this.year.model.departments.keys()];
    for (let i = 0; i < 10; i++) {
      const department = departments[Math.floor(this.random() * departments.length)]!;
      this.actions += `a-${today}-${i},${today},${department},,It is hard to find,Say where it is,${department},${isoDate(toDay(today)! + 60)},open,,\n`;
    }
  }

  private look(before: Plan, now: Plan, today: string): void {
    const say = (text: string) => this.faults.push(`${today}: ${text}`);
    const sessions = new Map(now.sessions.map((session) => [session.id, JSON.stringify(session)]));
    for (const session of before.sessions) {
      if (session.status !== 'confirmed' || session.start.slice(0, 10) >= today) continue;
      if (sessions.get(session.id) !== JSON.stringify(session))
        say(`${session.id} was held and is told otherwise`);
    }
    const stays = new Map<string, Row[]>();
    for (const row of this.rows) stays.set(row.id, [...(stays.get(row.id) ?? []), row]);
    for (const [person, own] of seatsOf(now)) {
      for (const { id, start } of own) {
        const day = start.slice(0, 10);
        if (day < today) continue;
        const isThere = stays
          .get(person)
          ?.some(({ joined, left }) => joined <= day && (left === '' || day <= left));
        if (!isThere) say(`${person} has a seat in ${id} on ${day}, and is not there`);
      }
    }
    for (const { module, group, reasons } of now.unscheduled)
      if (reasons.length === 0) say(`${group} has no place in ${module}, and nobody says why`);
  }
}

/** Person → the confirmed sessions in which they have a seat. */
export function seatsOf({ groups, sessions }: Plan): Map<string, PlanSession[]> {
  const people = new Map(groups.map(({ id, people: ids }) => [id, ids ?? []]));
  const seats = new Map<string, PlanSession[]>();
  for (const session of sessions) {
    if (session.status !== 'confirmed') continue;
    for (const { group, first, last } of session.attendees) {
      for (const person of (people.get(group) ?? []).slice(first - 1, last)) {
        if (person === null) continue;
        const list = seats.get(person);
        if (list) list.push(session);
        else seats.set(person, [session]);
      }
    }
  }
  return seats;
}

/** The same numbers for the same seed (mulberry32, by Tommy Ettinger). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
