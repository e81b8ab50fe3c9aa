/** Why something found no place, in a sentence: one for each hard constraint. */
import { index } from '../coverage/context.ts';
import { isFrozenOut } from '../coverage/over.ts';
import type { PlanUnscheduled } from '../model/made/plan.ts';
import { meetingPlace, peopleTravel } from '../model/model.ts';
import type { Context } from './context.ts';
import { moduleTitle, siteName } from './names.ts';
import { inPeople, seatsOf, whoWords } from './who.ts';
import { capital, counted, dayWords, minutesWords, windowWords } from './words.ts';

type Reason = PlanUnscheduled['reasons'][number];

interface Case {
  readonly context: Context;
  readonly item: PlanUnscheduled;
  /** The resource that was used up, where one is named. */
  readonly detail: string | undefined;
  readonly cause: Reason['cause'];
  /** `from 1 to 31 March` */
  readonly window: string;
}

/** What a constraint's refusal means to the people concerned. */
const SENTENCES = new Map<string, (one: Case) => string>([
  [
    'in-window',
    ({ window, detail, cause, context, item }) =>
      cause === 'other-site'
        ? `it is held at ${detail} only, and people of ${siteOf(context, item)} are not asked to come there`
        : `there is no day ${window} on which it may be held`,
  ],
  ['in-shift', (c) => `their shift has no ${minutes(c)} for it ${c.window}`],
  [
    'not-closed',
    ({ window, detail }) => `${detail ?? 'the site or the department'} is closed or busy ${window}`,
  ],
  ['night-rest', ({ window }) => `they rest after a night when it could be held ${window}`],
  ['person-once', ({ window }) => `they are in other sessions at every time it could be held ${window}`],
  [
    'facilitator-once',
    ({ window, detail, cause }) =>
      cause === 'learns'
        ? `whoever learns cannot lead at the same time${inBrackets(detail)}`
        : `${detail ?? 'everyone who could lead it'} is busy elsewhere ${window}`,
  ],
  [
    'facilitator-able',
    ({ context, item }) => {
      const { leaders = 1 } = context.model.modules.get(item.module) ?? {};
      const site = siteOf(context, item);
      return leaders === 1
        ? `nobody who can lead it comes to ${site}`
        : `it takes ${leaders} to lead it, and not so many who can come to ${site}`;
    },
  ],
  [
    'language',
    ({ detail, cause }) =>
      cause === 'not-held'
        ? `it is held in ${detail ?? 'another language'} only, which they do not understand`
        : `nobody who can lead it speaks ${detail ?? 'their language'}`,
  ],
  ['facilitator-hours', hoursSentence],
  ['room-once', ({ window, detail }) => `${detail ?? 'every room that fits'} is taken ${window}`],
  [
    'room-fits',
    ({ context, item, detail, cause }) =>
      cause === 'other-site'
        ? `it is held in ${detail} only, and people of ${siteOf(context, item)} are not asked to come there`
        : `no room at ${siteOf(context, item)} is large enough and has what it needs`,
  ],
  [
    'leader-once',
    ({ window, detail }) =>
      detail === undefined
        ? `the managers on their shift lead other sessions ${window}`
        : `${detail} lead other sessions ${window}, or are not at work`,
  ],
  [
    'floor',
    ({ window, detail }) => `too few of their shift would stay at work ${window}${inBrackets(detail)}`,
  ],
  ['prerequisite', ({ detail }) => `${detail ?? 'what has to come first'} has no place early enough`],
  [
    'host-places',
    ({ window, detail, cause }) =>
      cause === 'away'
        ? `${detail ?? 'the host'} is not at work, busy or closed when they could come ${window}`
        : `${detail ?? 'the host'} has no place left for guests ${window}`,
  ],
  [
    'meeting-slot',
    ({ window, detail }) => `no meeting of ${detail ?? 'theirs'} on their shift has time for it ${window}`,
  ],
  [
    'load',
    ({ context, item, window }) =>
      `their weeks are full (${weekly(context, item)} a person and week) ${window}`,
  ],
  [
    'overtime-limit',
    ({ context, window }) =>
      `they have overtime enough (${minutesWords(context.model.policy.overtimeMinutesPerWeek)} a person and week) ${window}`,
  ],
  ['frozen', ({ context }) => frozenWords(context)],
  ['max-moves', () => 'as many sessions have moved as are allowed'],
]);

/** `Plain-language refunds for Credit controllers, group 3 (5 people) – Amira's hours are used up from 1 to 31 March; 4 more hours would do.` */
export function unplacedWords(context: Context, items: readonly PlanUnscheduled[]): string {
  const [item] = items as [PlanUnscheduled];
  const who = whoWords(context, seatsOf(context, items), inPeople);
  return `${moduleTitle(context, item.module, item.occurrence)} for ${who} – ${reasonWords(context, items)}.`;
}

/** Why, and what would do, without the final stop. */
function reasonWords(context: Context, items: readonly PlanUnscheduled[]): string {
  const [item] = items as [PlanUnscheduled];
  if (items.every((one) => isFrozenOut(context.model, context.plan, one))) return frozenWords(context);
  const main = mainReason(item.reasons);
  const window = windowsWords(context, items);
  const one: Case = { context, item, detail: main?.detail, cause: main?.cause, window };
  const why = main === undefined ? `no time was free ${window}` : sentenceOf(main, one);
  return `${why}${wouldDo(context, item)}`;
}

/** `frozen: within 14 days of 3 January 2027; …` */
function frozenWords({ model, plan, say }: Context): string {
  return `frozen: within ${counted(say, model.policy.noticeDays, 'day')} of ${dayWords(say, plan.asOf)}; cxplan generate --fresh plans anew, or a later --as-of`;
}

/** `from 1 to 31 March`; several windows as one stretch, with how many: `from 18 January to 17 December (4 times)`. */
function windowsWords({ say }: Context, items: readonly PlanUnscheduled[]): string {
  const from = items.map(({ window }) => window.from).sort();
  const by = items.map(({ window }) => window.by).sort();
  const times = new Set(items.map(({ occurrence }) => occurrence)).size;
  return windowWords(say, from[0]!, by.at(-1)!) + (times > 1 ? ` (${times} times)` : '');
}

/** Items that one sentence can tell together: same module and part, same reason, same remedy. */
export function alikeUnplaced(items: readonly PlanUnscheduled[]): PlanUnscheduled[][] {
  const keyOf = ({ module, occurrence, reasons, relaxations }: PlanUnscheduled) => {
    const main = mainReason(reasons);
    const part = /\.p\d+$/.exec(occurrence)?.[0];
    return [module, part, main?.constraint, main?.detail, main?.cause, relaxations[0]?.change];
  };
  return [...index(items, (item) => keyOf(item).join('|')).values()];
}

/** The constraint that excluded most starts; the first of several. */
function mainReason(reasons: readonly Reason[]): Reason | undefined {
  return reasons.reduce<Reason | undefined>(
    (most, reason) => (most === undefined || reason.excluded > most.excluded ? reason : most),
    undefined,
  );
}

function sentenceOf(reason: Reason, one: Case): string {
  return SENTENCES.get(reason.constraint)?.(one) ?? `"${reason.constraint}" leaves no time ${one.window}`;
}

function wouldDo({ say }: Context, { relaxations }: PlanUnscheduled): string {
  const [first] = relaxations;
  if (!first) return '';
  const start = first.start === '' ? '' : `, then ${dayWords(say, first.start)} ${first.start.slice(11, 16)}`;
  return `; ${first.change} would do${start}`;
}

function siteOf(context: Context, { group }: PlanUnscheduled): string {
  const site = context.groups.get(group)?.site;
  return site === undefined ? 'their site' : siteName(context, site);
}

function inBrackets(detail: string | undefined): string {
  return detail === undefined ? '' : ` (${detail})`;
}

function hoursSentence({ window, detail, cause }: Case): string {
  if (cause === 'off-duty') {
    return `${detail ?? 'nobody who can lead it'} is not at work when they are, ${window}`;
  }
  if (cause === 'away') return `${detail ?? 'everyone who can lead it'} is away ${window}`;
  return `${hoursOf(detail)} used up ${window}`;
}

function hoursOf(name: string | undefined): string {
  return name === undefined ? 'the hours of those who can lead it are' : `${capital(name)}’s hours are`;
}

function minutes({ context, item }: Case): string {
  const { model, groups } = context;
  const module = model.modules.get(item.module);
  if (!module) return 'time';
  const site = groups.get(item.group)?.site;
  const way = module.at && site ? peopleTravel(model, site, meetingPlace(model, module, site)) : 0;
  return minutesWords(module.minutes) + (way > 0 ? ` and ${way} each way` : '');
}

function weekly({ model, groups }: Context, { group }: PlanUnscheduled): string {
  const own = groups.get(group);
  const post = own && model.posts.get(`${own.role}.${own.site}.${own.shift}`);
  return minutesWords(post?.minutesPerWeek ?? model.policy.minutesPerWeek);
}
