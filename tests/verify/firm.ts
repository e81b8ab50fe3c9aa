/** A small firm and a plan for it that keeps every constraint: the ground on which violations are planted. */
import { MINUTES_A_DAY, toDay } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Attendees, Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { makePlan } from '../../src/plan/plan.ts';
import type { PlacedSession } from '../../src/schedule/types.ts';
import { loadSources } from '../../src/workspace/load.ts';

export const FIRM = `
programme:
  name: Small firm 2027
  starts: 2027-03-01
  ends: 2027-04-30
  timezone: Europe/London
  rotation: [empathy, mission]
policy: { groupSize: 6, noticeDays: 7 }
sites:
  leeds: { closed: [{ from: 2027-03-09, to: 2027-03-09, reason: Stocktaking }] }
  york: {}
rooms:
  lab: { site: leeds, seats: 6, closed: [{ from: 2027-03-12, to: 2027-03-12 }] }
  nook: { site: leeds, seats: 3 }
  shed: { site: york, seats: 6 }
  call: { site: online, seats: 40 }
departments:
  stores:
    name: Stores
    site: leeds
    shifts:
      early: { days: mon-sat, hours: 06:30-14:30, share: 50% }
      late: { days: mon-sat, hours: 12:30-20:30, share: 50% }
    maxAway: 50%
    meetings: { stand-up: { day: tue, at: 13:00, minutes: 15 } }
    busy: [{ days: fri, hours: 12:00-20:30, reason: Weekend peak }]
  finance: { name: Finance, site: leeds, maxAway: 100% }
  warehouse: { name: Warehouse, site: york, maxAway: 100% }
roles:
  colleague: { department: stores, heads: 8, level: frontline, customerFacing: true }
  supervisor: { department: stores, heads: 2, level: manager }
  credit: { department: finance, heads: 4, joiners: 12 }
  packer: { department: warehouse, heads: 2 }
stages:
  choose: { touchpoints: { shelf: { owner: colleague } } }
  buy: { touchpoints: { invoice: { owner: credit } } }
themes:
  empathy: { name: Empathy }
  mission: { name: Our mission }
modules:
  basics: { audience: everyone, minutes: 30, format: self-paced, when: { from: 2027-03-01, by: 2027-03-12 }, themes: [mission] }
  invoices:
    name: Invoices people understand
    audience: { departments: [finance] }
    minutes: 60
    format: workshop
    hours: 10:00-15:00
    when: { from: 2027-03-01, by: 2027-03-31 }
    themes: month
    stages: own
    after: [{ module: basics, atLeastDays: 1 }]
  packing: { audience: { roles: [packer] }, minutes: 30, format: workshop, when: { from: 2027-03-01, by: 2027-03-31 } }
  coaching: { audience: { roles: [colleague] }, minutes: 20, format: coaching, when: { from: 2027-03-01, by: 2027-03-31 }, themes: month }
  huddle: { audience: { departments: [stores] }, minutes: 10, format: huddle, when: { from: 2027-03-15, by: 2027-03-19 }, stages: own }
  shadow: { audience: { departments: [finance] }, minutes: 120, format: shadowing, host: { department: stores, guests: 2 }, when: { from: 2027-03-15, by: 2027-03-31 } }
  talk: { audience: { roles: [supervisor] }, minutes: 30, format: virtual, led: champion, when: { from: 2027-03-01, by: 2027-03-31 } }
  books: { audience: { roles: [supervisor] }, minutes: 30, format: book-club, when: { from: 2027-03-01, by: 2027-03-31 } }
  story: { audience: { roles: [packer] }, minutes: 20, parts: 2, format: self-paced, when: { from: 2027-03-01, by: 2027-03-31 } }
  welcome: { audience: { departments: [finance] }, minutes: 30, format: self-paced, when: { moment: week-1 } }
facilitators:
  amira: { kind: trainer, hoursPerDay: 1.5, hoursPerWeek: 1.5, totalDays: 1, days: mon-fri, hours: 09:30-18:00, away: [{ from: 2027-03-11, to: 2027-03-11 }] }
  bo: { kind: trainer, teaches: [packing], sites: [leeds] }
  cara: { kind: champion }
  dora: { kind: champion }
rituals:
  thanks: { type: recognition, audience: everyone, when: { every: month }, themes: month }
`;

/** The model of a text; fails loudly when it is not valid. */
export async function modelOf(text: string): Promise<Model> {
  const { model, diagnostics } = await loadSources(new Map([['cxplan.yaml', text]]));
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return model;
}

export function wall(text: string): number {
  return (
    toDay(text.slice(0, 10))! * MINUTES_A_DAY + Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
  );
}

export type Placement = { -readonly [K in keyof PlacedSession]: PlacedSession[K] };

/** `who` as `credit.leeds.day.1:1-4, …` */
export function place(
  model: Model,
  module: string,
  who: string,
  start: string,
  rest: { occurrence?: string; site?: string; room?: string; facilitator?: string } = {},
): Placement {
  const attendees: Attendees[] = who.split(', ').map((part) => {
    const [group, range] = part.split(':') as [string, string];
    const [first, last] = range.split('-').map(Number) as [number, number];
    return { group, first, last };
  });
  return {
    module,
    occurrence: rest.occurrence ?? 'once',
    attendees,
    start: wall(start),
    minutes: model.modules.get(module)!.minutes,
    zone: model.programme.zone,
    site: rest.site ?? 'leeds',
    room: rest.room,
    facilitator: rest.facilitator,
    moved: [],
  };
}

/** A place for everything that the small firm asks for. */
export function placements(model: Model): Placement[] {
  const at = (module: string, who: string, start: string, rest?: Parameters<typeof place>[4]) =>
    place(model, module, who, start, rest);
  const early = 'colleague.leeds.early.1';
  const late = 'colleague.leeds.late.1';
  const credit = 'credit.leeds.day.1';
  const packer = 'packer.york.day.1';
  const coaching = [early, late].flatMap((group, i) =>
    [1, 2, 3, 4].map((n) => at('coaching', `${group}:${n}-${n}`, `2027-03-10T${10 + i * 5 + n - 1}:00`)),
  );
  return [
    at('basics', `${early}:1-2`, '2027-03-02T09:00'),
    at('basics', `${early}:3-4`, '2027-03-02T10:00'),
    at('basics', `${late}:1-2`, '2027-03-02T15:00'),
    at('basics', `${late}:3-4`, '2027-03-02T16:00'),
    at('basics', 'supervisor.leeds.early.1:1-1', '2027-03-03T09:00'),
    at('basics', 'supervisor.leeds.late.1:1-1', '2027-03-03T15:00'),
    at('basics', `${credit}:1-4`, '2027-03-02T09:30'),
    at('basics', `${packer}:1-2`, '2027-03-02T09:00', { site: 'york' }),
    at('invoices', `${credit}:1-4`, '2027-03-04T13:00', { room: 'lab', facilitator: 'amira' }),
    at('packing', `${packer}:1-2`, '2027-03-04T16:00', { site: 'york', room: 'shed', facilitator: 'amira' }),
    ...coaching,
    at(
      'huddle',
      `${early}:1-4, ${late}:1-4, supervisor.leeds.early.1:1-1, supervisor.leeds.late.1:1-1`,
      '2027-03-16T13:00',
    ),
    at('shadow', `${credit}:1-2`, '2027-03-17T10:00'),
    at('shadow', `${credit}:3-4`, '2027-03-18T10:00'),
    at('talk', 'supervisor.leeds.early.1:1-1, supervisor.leeds.late.1:1-1', '2027-03-24T13:00', {
      site: 'online',
      room: 'call',
      facilitator: 'cara',
    }),
    at('books', 'supervisor.leeds.early.1:1-1, supervisor.leeds.late.1:1-1', '2027-03-25T13:00', {
      room: 'lab',
      facilitator: 'dora',
    }),
    at('story', `${packer}:1-2`, '2027-03-22T10:00', { site: 'york', occurrence: 'once.p1' }),
    at('story', `${packer}:1-2`, '2027-03-23T10:00', { site: 'york', occurrence: 'once.p2' }),
    at('welcome', 'credit.leeds.day.joiners-2027-03:1-1', '2027-03-02T11:00', {
      occurrence: 'week-1.2027-03',
    }),
    at('welcome', 'credit.leeds.day.joiners-2027-04:1-1', '2027-04-06T11:00', {
      occurrence: 'week-1.2027-04',
    }),
  ];
}

/** The document of placements; whatever they leave out is not in it. */
export function planOf(
  model: Model,
  sessions: readonly PlacedSession[],
  options: { asOf?: string; previous?: Plan; inputs?: string; lasting?: string } = {},
): Plan {
  return makePlan(
    model,
    makeDemand(model),
    { sessions, unplaced: [], score: { unplaced: 0, soft: 0, terms: [] }, moves: 0 },
    {
      tool: 'cxplan 0.0.0',
      inputs: options.inputs ?? 'sha256:0',
      ...(options.lasting !== undefined && { lasting: options.lasting }),
      seed: 1,
      effort: 'normal',
      asOf: options.asOf ?? '2027-02-28',
      previous: options.previous,
    },
  );
}
