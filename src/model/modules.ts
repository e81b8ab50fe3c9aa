/** What is learned, when and with whom: modules, those who lead them, and the rituals between sessions. */
import type { Day, DayMask, Minute, Span } from '../calendar/date.ts';
import type { AwayLimit, Id } from './ids.ts';
import type { VoiceType } from './journey.ts';
import type { Language } from './languages.ts';
import type { Audience, ShiftTime } from './people.ts';
import type { TimeRange } from './places.ts';
import type { ValidFor } from './valid-for.ts';

export const FORMATS = [
  'workshop',
  'virtual',
  'talk',
  'lunch',
  'event',
  'customer-room',
  'book-club',
  'huddle',
  'coaching',
  'shadowing',
  'self-paced',
  'interview',
] as const;

export type Format = (typeof FORMATS)[number];

export type Led = 'trainer' | 'champion' | 'external' | 'line' | 'peer' | 'self';

export type Cadence = 'week' | 'fortnight' | 'month' | 'quarter' | 'half-year' | 'year';

/** `from` and `by` are inside the programme (its edges where none is written); `by` is inclusive. */
export type When =
  | {
      readonly kind: 'once';
      readonly from: Day;
      readonly by: Day;
      /** The only dates, where some are offered; from the first to the last of them. */
      readonly offers?: readonly OfferedDate[];
    }
  | {
      readonly kind: 'every';
      readonly every: Cadence;
      readonly from: Day;
      readonly by: Day;
      readonly months: readonly number[] | undefined;
    }
  | { readonly kind: 'moment'; readonly moment: Id }
  /** `at`: the time of the day at which it starts, where that is fixed. */
  | { readonly kind: 'date'; readonly date: Day; readonly at?: Minute }
  | { readonly kind: 'observance'; readonly observance: string; readonly at?: Minute }
  | { readonly kind: 'trigger'; readonly trigger: string };

export interface Module {
  readonly id: Id;
  readonly name: string;
  readonly audience: Audience;
  /** Of one session (of one part). */
  readonly minutes: number;
  readonly format: Format;
  readonly led: Led;
  /** The only ones who may lead it, the first before the others; undefined: whoever teaches it. */
  readonly facilitators: readonly Id[] | undefined;
  /** How many facilitators lead a session together; 1 where none does, too. */
  readonly leaders: number;
  /** What its facilitator must be able to teach: the module's own id by default. */
  readonly skill: Id;
  /** `max` undefined: unlimited. Shadowing: the host's guests. */
  /** In which it can be held; undefined: any. */
  readonly languages?: readonly Language[];
  readonly seats: { readonly min: number; readonly max: number | undefined };
  readonly parts: number;
  readonly days: DayMask | undefined;
  readonly hours: Span | undefined;
  /** May hold `online`. Undefined: wherever its people and rooms are. */
  readonly sites: ReadonlySet<Id> | undefined;
  /** To which people come for it, each to the nearest; undefined: it is held where they work. */
  readonly at?: readonly Id[];
  readonly when: When;
  /** `month`: the theme of the month in which the session starts. */
  readonly themes: readonly Id[] | 'month';
  /** `own`: the stages whose touchpoints the attendee's role or department owns. `all` is spelled out. */
  readonly stages: readonly Id[] | 'own';
  /** `stages: all` as written: does not fill a department's own stage cells. */
  readonly allStages: boolean;
  readonly touchpoints: readonly Id[];
  readonly moments: readonly Id[];
  readonly tags: ReadonlySet<string>;
  readonly kind: 'strategy' | 'practice' | 'tool' | 'process';
  readonly strategy: string | undefined;
  readonly outcome: string | undefined;
  /** From the library. */
  readonly voices: readonly Id[];
  /** Inline types, not in the library. */
  readonly voiceTypes: readonly VoiceType[];
  readonly metrics: readonly Id[];
  readonly after: readonly Prerequisite[];
  readonly room: {
    readonly kind: 'none' | 'site' | 'online';
    readonly features: readonly string[];
    /** The only rooms in which it may be held, where it names them. */
    readonly rooms: ReadonlySet<Id> | undefined;
  };
  readonly maxAway: AwayLimit | undefined;
  /** How many stay, of each department's on one shift at one site; undefined: as the department says. */
  readonly minOnShift: number | undefined;
  readonly host: Host | undefined;
  readonly followUp: { readonly action: string; readonly withinDays: number | undefined } | undefined;
  readonly basics: readonly Basic[];
  readonly paid: boolean;
  /** It may be held next to a shift, as overtime. */
  readonly outsideShift?: true;
  readonly reviewBy: Day | undefined;
  /** How long what was learned is good for, where that is not for good. */
  readonly validFor?: ValidFor;
}

/** A date of several on one of which a session is held. */
export interface OfferedDate {
  readonly date: Day;
  /** When it starts; undefined: at any time. */
  readonly at: Minute | undefined;
  /** The most that a session takes then; undefined: as many as the module says. */
  readonly seats: number | undefined;
}

/** The dates that are offered; undefined where any day of the window will do. */
export function offersOf({ when }: Pick<Module, 'when'>): readonly OfferedDate[] | undefined {
  return when.kind === 'once' ? when.offers : undefined;
}

/** Whether a module is held on days that are named: those of its sessions' clock, whatever day it is by then where somebody works. */
export function hasNamedDays({ when }: Pick<Module, 'when'>): boolean {
  return (
    when.kind === 'date' || when.kind === 'observance' || (when.kind === 'once' && when.offers !== undefined)
  );
}

/** The time of the day at which a module must start; undefined where it is free. */
export function fixedStart({ when }: Pick<Module, 'when'>): Minute | undefined {
  return when.kind === 'date' || when.kind === 'observance' ? when.at : undefined;
}

export type Basic = 'what-and-why' | 'listen-and-act' | 'my-role' | 'outcomes';

export interface Prerequisite {
  readonly module: Id;
  readonly atLeastDays: number;
  /** Undefined: however long ago. */
  readonly atMostDays?: number;
}

export interface Host {
  readonly department: Id;
  /** How many it takes at once at each of its sites. */
  readonly guests: number;
  /** Where guests go whose own site has no host. */
  readonly site: Id | undefined;
}

export interface Facilitator {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'trainer' | 'champion' | 'external';
  /** Module ids and skills; undefined: everything of its kind. */
  readonly teaches: ReadonlySet<Id> | undefined;
  /** That they speak; undefined: any. */
  readonly languages?: readonly Language[];
  readonly role: Id | undefined;
  /** Undefined: everywhere, online included. */
  readonly sites: ReadonlySet<Id> | undefined;
  /** In whose wall clock `works` and `away` are meant. */
  readonly zone: string;
  /** When they work, in any of these. */
  readonly works: readonly ShiftTime[];
  readonly minutesPerDay: number | undefined;
  readonly minutesPerWeek: number | undefined;
  readonly minutesPerMonth: number | undefined;
  readonly totalDays: number | undefined;
  readonly away: readonly TimeRange[];
}

export interface Ritual {
  readonly id: Id;
  readonly name: string;
  readonly type: 'communication' | 'recognition' | 'listening' | 'readback';
  readonly audience: Audience;
  readonly channels: readonly string[];
  readonly themes: readonly Id[] | 'month';
  readonly tags: ReadonlySet<string>;
  readonly when: When;
}
