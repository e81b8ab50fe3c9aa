/** Who meets what at which stage of the experience map: one walk over the people of a role fills all its cells. */
import { type Day, toDay } from '../calendar/date.ts';
import { momentsOf } from '../coverage/measure/tally.ts';
import type { Segment, Touch } from '../coverage/measure/touches.ts';
import { momentOf } from '../demand/occurrences.ts';
import { remembered } from '../model/made/remembered.ts';
import type { Id, Model, Module } from '../model/model.ts';
import { isThere } from '../model/presence.ts';

export type LifeKind = 'interview' | 'moment' | 'month' | 'later year';

/** A stage of an employee's life here. */
export interface LifeStage {
  readonly kind: LifeKind;
  /** `interview`, a moment's id, `2027-03`, `year-2` */
  readonly id: string;
  readonly title: string;
}

/** What people of one role meet at one stage. */
export interface MapCell {
  /** Whether anything is planned (or written, for the interview). */
  readonly met: boolean;
  /** Planned minutes a person, mean; for the interview those of its scripts. */
  readonly minutes: number;
  /** Whether a customer's voice is in it. */
  readonly voice: boolean;
  /** People whom the stage is about (interview: null), and how many of them meet something. */
  readonly people: number | null;
  readonly reached: number | null;
  /** Names. */
  readonly modules: readonly string[];
}

/** Stages that are about people, and among them those to which a session of theirs belongs. */
export interface Meetings {
  readonly about: (segment: Segment) => readonly LifeStage[];
  readonly of: (segment: Segment, touch: Touch) => readonly LifeStage[];
}

/**
 * Joiners meet their moments, as far as they reach them before the programme ends: of the others nothing is asked
 * there. The months, and the years after, are about people who are there all year.
 */
export function meetingsOf(model: Model, stages: readonly LifeStage[]): Meetings {
  const months = stages.filter(({ kind }) => kind === 'month');
  const years = stages.filter(({ kind }) => kind === 'later year');
  const moments = stages.filter(({ kind }) => kind === 'moment');
  const monthOf = new Map(months.map((stage) => [stage.id, stage]));
  const reachedFrom = remembered((joined: Day) =>
    moments.filter((stage) =>
      momentOf(model.moments.get(stage.id)!, { joined, joiners: undefined }, model.programme),
    ),
  );
  const reached = ({ joined }: Segment) => (joined === undefined ? [] : reachedFrom(joined));
  const there = ({ allYear, stay }: Segment) =>
    allYear ? months : months.filter(({ id }) => isThere(stay, toDay(`${id}-15`)!));
  const filledBy = remembered((module: Module) => {
    const ids = new Set(momentsOf(module));
    return moments.filter(({ id }) => ids.has(id));
  });
  return {
    about: (segment) => (segment.joiners ? reached(segment) : [...there(segment), ...years]),
    of(segment, { module, session }) {
      if (segment.joiners) return filledBy(module).filter((stage) => reached(segment).includes(stage));
      const month = monthOf.get(session.start.slice(0, 7));
      return [...(month ? [month] : []), ...(repeats(module) ? years : [])];
    },
  };
}

/** Whether a module comes again by itself when the programme is planned for another year as it is written. */
export function repeats({ when }: Module): boolean {
  return when.kind === 'every' || when.kind === 'observance';
}

interface Sum {
  people: number;
  reached: number;
  /** Person-minutes. */
  minutes: number;
  voice: boolean;
  readonly modules: Map<Id, string>;
}

/** What people of these segments meet at each stage; the interview, which is about nobody yet, is not among them. */
export function cellsOf(
  stages: readonly LifeStage[],
  segments: readonly Segment[],
  meetings: Meetings,
): Map<LifeStage, MapCell> {
  const sums = new Map(stages.filter(({ kind }) => kind !== 'interview').map((stage) => [stage, emptySum()]));
  for (const segment of segments) {
    for (const stage of meetings.about(segment)) sums.get(stage)!.people += segment.members;
    const met = new Set<LifeStage>();
    for (const touch of segment.touches) {
      for (const stage of meetings.of(segment, touch)) {
        met.add(stage);
        add(sums.get(stage)!, segment.members, touch);
      }
    }
    for (const stage of met) sums.get(stage)!.reached += segment.members;
  }
  return new Map(Array.from(sums, ([stage, sum]) => [stage, cellOf(sum)]));
}

function emptySum(): Sum {
  return { people: 0, reached: 0, minutes: 0, voice: false, modules: new Map() };
}

function add(sum: Sum, members: number, { module, session, voice }: Touch): void {
  sum.minutes += members * session.minutes;
  sum.voice ||= voice;
  sum.modules.set(module.id, module.name);
}

function cellOf({ people, reached, minutes, voice, modules }: Sum): MapCell {
  return {
    met: reached > 0,
    minutes: people > 0 ? minutes / people : 0,
    voice,
    people,
    reached,
    modules: [...modules.values()],
  };
}
