/** Attendance files of 10,000 rows beside csv-parse, which only cuts them into cells. */
import { parse } from 'csv-parse/sync';
import { match } from '../../src/delivery/match.ts';
import { Persons } from '../../src/delivery/persons.ts';
import { Calendar, seatedSessions } from '../../src/delivery/seats.ts';
import { stored } from '../../src/delivery/store.ts';
import { presencesIn } from '../../src/exchange/attendance/presence.ts';
import { readAttendance } from '../../src/exchange/attendance/read.ts';
import { NO_MAPPING } from '../../src/exchange/mapping.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import type { Model, Person } from '../../src/model/model.ts';
import { sourceOf } from '../exchange/table/source.ts';
import { median } from './measure.ts';

const ROWS = 10_000;
const PEOPLE = Array.from({ length: 1_000 }, (_, i) => ({ id: `p${i}`, email: `p${i}@x.example` }) as Person);

/** A thousand people in ten sessions each, of ten people. */
const PLAN = {
  groups: Array.from({ length: 100 }, (_, g) => ({
    id: `g${g}`,
    people: Array.from({ length: 10 }, (_, i) => `p${g * 10 + i}`),
  })),
  sessions: Array.from({ length: 1_000 }, (_, s) => {
    const day = `2027-03-${10 + Math.floor(s / 100)}`;
    return {
      id: `letters.${s}`,
      module: 'letters',
      start: `${day}T10:00`,
      end: `${day}T11:00`,
      startUtc: `${day}T10:00`,
      timezone: 'Europe/London',
      minutes: 60,
      status: 'confirmed',
      attendees: [{ group: `g${s % 100}`, first: 1, last: 10 }],
    } as unknown as PlanSession;
  }),
} as unknown as Plan;

const MODEL = { modules: new Map([['letters', { id: 'letters', name: 'Letters' }]]) } as unknown as Model;

/** Somebody's row in a form; the same every time. */
const FORMS = {
  'own list': {
    titles: 'person,session,date,status,minutes',
    row: (person: string, { id, start }: PlanSession) => `${person},${id},${start.slice(0, 10)},attended,55`,
  },
  Zoom: {
    titles: 'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest',
    row: (person: string, { start }: PlanSession) => {
      const day = `03/${start.slice(8, 10)}/2027`;
      return `Ada ${person},${person}@x.example,${day} 10:00:00 AM,${day} 10:55:00 AM,55,No`;
    },
  },
} as const;

export interface Attended {
  readonly form: string;
  readonly rows: number;
  /** Reading, matching and storing, to csv-parse: by processor time. */
  readonly 'attend ÷ csv-parse': number;
  readonly goal: number;
}

export async function attended(runs: number): Promise<Attended[]> {
  const calendar = new Calendar(seatedSessions(PLAN));
  const out: Attended[] = [];
  for (const [form, { titles, row }] of Object.entries(FORMS)) {
    const rows = PLAN.sessions.flatMap((session, s) =>
      PLAN.groups[s % 100]!.people!.map((person) => row(person!, session)),
    );
    const text = [titles, ...rows, ''].join('\n');
    const ratios: number[] = [];
    for (let run = 0; run < runs + 2; run++) {
      const bare = await spent(() => parse(text));
      const ours = await spent(() => taken(text, calendar));
      // The first ones also compile.
      if (run > 1) ratios.push(ours / bare);
    }
    out.push({ form, rows: rows.length, 'attend ÷ csv-parse': median(ratios), goal: 4 });
  }
  return out;
}

async function taken(text: string, calendar: Calendar): Promise<void> {
  const { file } = await readAttendance(sourceOf(text), NO_MAPPING);
  const { presences } = presencesIn(file!, NO_MAPPING, (day) => calendar.has(day));
  const { topic, isList } = file!;
  const options = {
    zone: undefined,
    session: undefined,
    module: undefined,
    topic,
    attendedFrom: 0.8,
    isList,
  };
  const { deliveries } = match(presences, MODEL, calendar, new Persons(PEOPLE), options);
  if (deliveries.length !== ROWS) throw new Error(`${deliveries.length} of ${ROWS} rows were taken`);
  stored(undefined, deliveries);
}

async function spent(work: () => unknown): Promise<number> {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return user + system;
}
