/**
 * A small firm's year, with sessions placed by hand, so that pages and calendars can be checked against
 * what is written here.
 */
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Demand } from '../../src/demand/types.ts';
import type { Gaps } from '../../src/model/made/gaps.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { makePlan } from '../../src/plan/plan.ts';
import type { PlacedSession, Unplaced } from '../../src/schedule/types.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { GAPS } from './sample-gaps.ts';
import { WORKSPACE } from './workspace.ts';

export interface Sample {
  readonly model: Model;
  readonly plan: Plan;
  readonly gaps: Gaps;
}

/** `[group, first, last]`, or a group's id for all its members. */
type Seat = string | readonly [string, number, number];

interface Place {
  readonly site?: string;
  readonly room?: string;
  readonly facilitator?: string;
  readonly zone?: string;
  readonly moved?: readonly string[];
}

/** The sample's model; `edit` changes the YAML first, for hostile names and the like. */
export async function sampleModel(edit: (yaml: string) => string = (yaml) => yaml): Promise<Model> {
  const { model, diagnostics } = await loadSources(new Map([['cxplan.yaml', edit(WORKSPACE)]]));
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return model;
}

/** Model, plan and gaps of the sample. */
export async function sample(edit?: (yaml: string) => string): Promise<Sample> {
  return planned(await sampleModel(edit), placements);
}

/** The same firm after a replan of 1 February: a session moved, one cancelled, one added. */
export async function replanned(): Promise<Sample> {
  return changedFrom(await sample(), '2027-02-01');
}

/** The same change on a day of one's choice. */
export function changedFrom({ model, plan }: Sample, asOf: string): Sample {
  return planned(model, changedPlacements, plan, asOf, 'sha256:1');
}

/** And undone again. */
export function undoneFrom({ model, plan }: Sample, asOf: string): Sample {
  return planned(model, placements, plan, asOf, 'sha256:2');
}

function planned(
  model: Model,
  place: (demand: Demand) => PlacedSession[],
  previous?: Plan,
  asOf = '2026-11-21',
  inputs = 'sha256:0',
): Sample {
  const demand = makeDemand(model);
  const schedule = { sessions: place(demand), unplaced: unplaced(demand), score: SCORE, moves: 0 };
  const made = { tool: 'cxplan 0.1.0', inputs, seed: 1, effort: 'quick', asOf } as const;
  const plan = makePlan(model, demand, schedule, { ...made, previous });
  return { model, plan, gaps: GAPS };
}

const SCORE = { unplaced: 5, soft: 0, terms: [] };

function session(
  demand: Demand,
  module: string,
  occurrence: string,
  start: string,
  seats: readonly Seat[],
  place: Place = {},
): PlacedSession {
  const groups = new Map(demand.groups.map((group) => [group.id, group]));
  const { module: found } = demand.requirements.find((one) => one.module.id === module)!;
  const attendees = seats.map((seat) => {
    const [group, first, last] = typeof seat === 'string' ? [seat, 1, groups.get(seat)!.heads] : seat;
    return { group, first, last };
  });
  return {
    module,
    occurrence,
    attendees: attendees.sort((a, b) => (a.group < b.group ? -1 : 1)),
    start: toDay(start.slice(0, 10))! * 1440 + Number(start.slice(11, 13)) * 60 + Number(start.slice(14)),
    minutes: found.minutes,
    zone: place.zone ?? 'Europe/London',
    site: place.site ?? 'leeds',
    room: place.room,
    facilitator: place.facilitator,
    moved: place.moved ?? [],
  };
}

const LEEDS = ['shop-assistant.leeds.early.1', 'shop-assistant.leeds.late.1'];
const YORK = ['shop-assistant.york.early.1', 'shop-assistant.york.late.1'];
const CARE = 'care-agent.porto.day.1';
const CREDIT = 'credit-controller.leeds.day.1';
const HEAD = 'head-of-finance.leeds.day.1';
const VIDEO = { site: 'online', room: 'video', facilitator: 'jonas' };

function placements(demand: Demand): PlacedSession[] {
  return [
    ...huddles(demand),
    ...coaching(demand),
    session(demand, 'theme-talk', '2027-01', '2027-01-14T12:00', [...LEEDS, CARE], VIDEO),
    session(demand, 'theme-talk', '2027-02', '2027-02-11T12:00', [CREDIT, CARE, HEAD], VIDEO),
    session(
      demand,
      'theme-talk',
      '2027-03',
      '2027-03-11T12:00',
      [...LEEDS, ...YORK, CARE, CREDIT, HEAD],
      VIDEO,
    ),
    session(demand, 'theme-talk', '2027-04', '2027-04-15T12:00', [CARE, CREDIT], VIDEO),
    session(demand, 'kind-invoices', 'once', '2027-03-02T09:30', [[CREDIT, 1, 4], HEAD], LAMP_ROOM),
    session(demand, 'kind-invoices', 'once', '2027-03-30T14:00', [[CREDIT, 5, 9]], LAMP_ROOM),
    session(demand, 'plain-refunds', 'once', '2027-03-09T10:00', [[CREDIT, 1, 4]], LAMP_ROOM),
    session(demand, 'shop-shift', 'once', '2027-04-20T09:30', [[CREDIT, 1, 2]]),
    session(demand, 'shop-shift', 'once', '2027-04-20T09:30', [[CREDIT, 3, 4]]),
    ...joinerWeeks(demand),
  ];
}

const LAMP_ROOM = { room: 'lamp-room', facilitator: 'amira' };

/** Every second Tuesday in both shops. */
function huddles(demand: Demand): PlacedSession[] {
  const weeks = [
    ['2027-F01', '2027-01-12'],
    ['2027-F02', '2027-01-26'],
    ['2027-F03', '2027-02-09'],
    ['2027-F04', '2027-02-23'],
    ['2027-F05', '2027-03-09'],
    ['2027-F06', '2027-03-23'],
  ] as const;
  return weeks.flatMap(([occurrence, date]) => [
    session(demand, 'theme-huddle', occurrence, `${date}T12:30`, LEEDS),
    session(demand, 'theme-huddle', occurrence, `${date}T12:30`, YORK, { site: 'york' }),
  ]);
}

/** One agent at a time, eight in a week of March. */
function coaching(demand: Demand): PlacedSession[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((member) =>
    session(
      demand,
      'own-calls',
      '2027-03',
      `2027-03-${14 + Math.ceil(member / 2)}T${member % 2 ? '10:00' : '15:20'}`,
      [[CARE, member, member]],
      {
        site: 'porto',
        zone: 'Europe/Lisbon',
      },
    ),
  );
}

function joinerWeeks(demand: Demand): PlacedSession[] {
  const joined = demand.requirements.filter(({ module }) => module.id === 'welcome');
  return joined.map(({ group, occurrence, from }) => {
    return session(demand, 'welcome', occurrence, `${isoDate(from)}T12:00`, [group.id], {
      site: group.post.site,
    });
  });
}

/** Amira's hours end before the last five credit controllers have their place. */
function unplaced(demand: Demand): Unplaced[] {
  const requirement = demand.requirements.find(
    ({ module, group }) => module.id === 'plain-refunds' && group.id === CREDIT,
  )!;
  return [
    {
      requirement,
      first: 5,
      last: 9,
      reasons: [
        { constraint: 'floor', excluded: 120, of: 700 },
        { constraint: 'facilitator-hours', excluded: 580, of: 700, detail: 'Amira' },
      ],
      relaxations: [{ change: '4 more hours of Amira', start: '2027-03-16T10:00' }],
    },
  ];
}

/** The first invoice workshop a day later, the February talk gone, one more for the shops. */
function changedPlacements(demand: Demand): PlacedSession[] {
  const kept = placements(demand).filter(
    ({ module, occurrence }) => module !== 'theme-talk' || occurrence !== '2027-02',
  );
  const moved = kept.map((one) =>
    one.module === 'kind-invoices' && one.attendees.length === 2
      ? { ...one, start: one.start + 1440, moved: ['Moved by a day because The Lamp Room is painted.'] }
      : one,
  );
  return [...moved, session(demand, 'theme-talk', '2027-04', '2027-04-16T12:30', LEEDS, VIDEO)];
}
