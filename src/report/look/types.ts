/**
 * What the page holds: names, the year in columns, and everything that is reckoned before it is shown. Numbers in lists
 * point into other lists (−1: none). The page in the browser knows this form and nothing else of cxplan.
 */
import type { PageDecision, PageFinding, PageUnplaced } from './types/gaps.ts';
import type { PageStage, PageWalk } from './types/journeys.ts';
import type { PageLearned } from './types/learned.ts';
import type { PageChanges } from './types/news.ts';
import type { Ref } from './types/ref.ts';
import type { PageDepartment, PagePart, PagePerson, PageScore } from './types/scores.ts';
import type { PageSessions } from './types/sessions.ts';
import type { PageGroups, PageLoad, PageModule, PageOffer } from './types/things.ts';
import type { PageYear } from './types/year.ts';

export interface PageData {
  readonly programme: PageProgramme;
  readonly score: PageScore;
  readonly departments: readonly PageDepartment[];
  readonly roles: readonly (PagePart & { readonly department: Ref })[];
  readonly sites: readonly (PagePart & { readonly zone: Ref })[];
  /** A name for each kind of shift. */
  readonly shifts: readonly string[];
  readonly zones: readonly string[];
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly formats: readonly string[];
  readonly modules: readonly PageModule[];
  readonly facilitators: readonly PageOffer[];
  readonly rooms: readonly (PageOffer & { readonly site: Ref; readonly seats: number })[];
  readonly groups: PageGroups;
  /** Only when asked for: what each person has had of the year. */
  readonly people?: readonly PagePerson[];
  readonly sessions: PageSessions;
  /** What is asked for and found no place, told together. */
  readonly unplaced: readonly PageUnplaced[];
  readonly findings: readonly PageFinding[];
  readonly year: PageYear;
  readonly loads: readonly PageLoad[];
  readonly journey: readonly PageStage[];
  readonly walks: readonly PageWalk[];
  readonly learned: PageLearned;
  readonly decisions: readonly PageDecision[];
  readonly changes: PageChanges;
  /** Other files of the folder, relative to the page; only those that are written with it. */
  readonly files: readonly PageFile[];
}

export interface PageProgramme {
  readonly name: string;
  readonly mantra: string | null;
  /** Days since 1970-01-01, both included. */
  readonly starts: number;
  readonly ends: number;
  readonly zone: string;
  readonly locale: string;
  /** `2026-11-21` */
  readonly asOf: string;
  readonly tool: string;
  /** Which plan of the programme this is. */
  readonly issue: number;
  /** `1,090 people in 15 departments · …` */
  readonly counts: string;
  /** `Coverage 72.8 planned, …` */
  readonly headline: string;
  readonly planned: string;
}

export interface PageFile {
  readonly text: string;
  readonly href: string;
  /** Whose it is: a department's, site's, facilitator's position. */
  readonly kind: 'department' | 'site' | 'facilitator' | 'all';
  readonly of: Ref;
}
