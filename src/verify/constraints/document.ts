/**
 * `document`: the plan says what it means: ids and UIDs are unique, instants are those of the local times, every
 * field that follows from the workspace does, totals add up, lists are in order.
 */

import { isoDate, MINUTES_A_DAY, monthKey, toDay, wallText } from '../../calendar/date.ts';
import { toUtc, toWall, utcText, ZONE_RELEASE } from '../../calendar/zone.ts';
import { groupBy } from '../../collections/lists.ts';
import type { Identity, PlanSession } from '../../model/made/plan.ts';
import { type Module, ONLINE } from '../../model/model.ts';
import { comparer, fingerprint } from '../../wording/fingerprint.ts';
import { type Occasion, tellerOf } from '../../wording/told.ts';
import { wallOf } from '../facts.ts';
import { headingFaults } from '../heading.ts';
import { leadersOf } from '../leaders.ts';
import { loads } from '../loads.ts';
import { minutesOff } from '../overtime.ts';
import { runsIn } from '../people.ts';
import { ritualDates } from '../rituals.ts';
import { type Check, type Facts, keyOf, type Violation } from '../types.ts';
import { peopleMinutes } from '../ways.ts';
import { isHistory } from './frozen.ts';
import { identity } from './identity.ts';

export const document: Check = (facts) => [
  ...unique(facts),
  ...headingFaults(facts),
  ...sessionsFaults(facts),
  ...others(facts),
  ...ritualDates(facts),
  ...missing(facts),
  ...order(facts),
  ...loads(facts),
  ...identity(facts),
];

export function broken(message: string, sessions: readonly string[] = []): Violation {
  return { constraint: 'document', message, sessions };
}

function itemsOf({ plan }: Facts): Identity[] {
  return [...plan.sessions, ...plan.rituals, ...plan.themes];
}

function unique(facts: Facts): Violation[] {
  const out: Violation[] = [];
  const items = itemsOf(facts);
  for (const [what, keyOf] of [
    ['id', ({ id }: Identity) => id],
    ['UID', ({ uid }: Identity) => uid],
  ] as const) {
    for (const [key, list] of groupBy(items, keyOf)) {
      if (list.length > 1)
        out.push(
          broken(`the ${what} ${key} is used ${list.length} times`, [...new Set(list.map(({ id }) => id))]),
        );
    }
  }
  for (const { id, uid } of items) {
    if (!/^[a-z0-9.-]+$/.test(id))
      out.push(broken(`the id "${id}" has other characters than a-z, 0-9, "." and "-"`, [id]));
    if (!isMadeFrom(uid, id)) out.push(broken(`the UID ${uid} is not made from the id ${id}`, [id]));
  }
  return out;
}

/** `<id>.<programme>@<domain>`, or its beginning with a hash of the whole where that is longer than 200 octets. */
function isMadeFrom(uid: string, id: string): boolean {
  if (uid.startsWith(`${id}.`) && uid.includes('@')) return true;
  const [, kept, domain] = /^(.*)\.[0-9a-f]{32}@(.*)$/.exec(uid) ?? [];
  return (
    uid.length <= 200 && kept !== undefined && domain !== '' && `${id}.`.startsWith(kept.slice(0, id.length))
  );
}

/** Tells whether an item's hash is that of the words that calendars show of it. */
type Shows = (item: Identity & Occasion) => boolean;

function showsIn({ model }: Facts): Shows {
  const teller = tellerOf(model);
  const isSameWords = comparer(model);
  return (item) => isSameWords(item.hash, item, fingerprint(teller, item));
}

function sessionsFaults(facts: Facts): Violation[] {
  const shows = showsIn(facts);
  return facts.plan.sessions.flatMap((session) => sessionFaults(facts, session, shows));
}

function sessionFaults(facts: Facts, raw: PlanSession, shows: Shows): Violation[] {
  const say = (message: string) => broken(`${raw.id}: ${message}`, [raw.id]);
  const wall = wallOf(raw.start);
  if (wall === undefined) return [say(`"${raw.start}" is not a local time`)];
  if (raw.status === 'cancelled') {
    const late = toDay(facts.plan.asOf)! > toDay(raw.end.slice(0, 10))! + 30;
    return late ? [say('was cancelled and should be gone 30 days past its end')] : [];
  }
  // The past keeps the words it had, whatever there is of it in the workspace.
  if (isHistory(raw, facts.plan.asOf)) return [];
  const module = facts.model.modules.get(raw.module);
  if (!module) return [say(`there is no module "${raw.module}"`)];
  const strangers = raw.attendees.filter((range) => !runsIn(facts.groups, range));
  if (strangers.length > 0) {
    return strangers.map(({ group, first, last }) =>
      say(`there are no members ${first} to ${last} of a group ${group}`),
    );
  }
  const words = shows(raw) ? [] : [say('`hash` is not that of its words')];
  const fields = Object.entries(expected(facts, raw, module, wall))
    .filter(([key, value]) => !isSame(raw[key as keyof PlanSession], value))
    .map(([key, value]) =>
      say(
        `\`${key}\` is ${JSON.stringify(raw[key as keyof PlanSession])}, but should be ${JSON.stringify(value)}${key.endsWith('Utc') ? zonesWords(facts) : ''}`,
      ),
    );
  return [...fields, ...words];
}

/** Where other zone data made the instants, that is why they differ. */
function zonesWords({ plan }: Facts): string {
  const { zones } = plan.made;
  if (zones === ZONE_RELEASE) return '';
  return ` (zone data ${ZONE_RELEASE}; the plan was made with ${zones ?? 'those of the machine'})`;
}

/** Plain values and lists of plain values; thousands of sessions are compared, most of them equal. */
function isSame(written: unknown, wanted: unknown): boolean {
  if (!Array.isArray(wanted) || !Array.isArray(written)) return written === wanted;
  return written.length === wanted.length && wanted.every((value, i) => value === written[i]);
}

/** Everything in a session that follows from its module, attendees, local start, site, room and facilitator. */
function expected(facts: Facts, raw: PlanSession, module: Module, wall: number): Partial<PlanSession> {
  const { model } = facts;
  const zone = raw.site === ONLINE ? model.programme.zone : model.sites.get(raw.site)?.zone;
  const posts = raw.attendees.map(({ group }) => facts.groups.get(group)![0]!.post);
  const utc = toUtc(zone ?? raw.timezone, wall).utc;
  const theme = model.themeOfMonth.get(monthKey(Math.floor(wall / MINUTES_A_DAY)));
  const monthly = theme === undefined ? [] : [theme];
  const themes = module.themes === 'month' ? monthly : [...module.themes].sort();
  const practical = module.kind === 'strategy' || module.kind === 'practice';
  return {
    format: module.format,
    themes,
    stages: stagesOf(
      facts,
      module,
      posts.map(({ id }) => id),
    ),
    departments: [...new Set(posts.map(({ department }) => department))].sort(),
    heads: raw.attendees.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    end: wallText(toWall(zone ?? raw.timezone, utc + module.minutes)),
    timezone: zone ?? raw.timezone,
    startUtc: utcText(utc),
    endUtc: utcText(utc + module.minutes),
    minutes: module.minutes,
    overtime: overtimeOf(facts, raw, module, utc),
    travel: Math.max(...posts.map(({ site }) => peopleMinutes(model, site, raw.site))) || undefined,
    language: languageOf(facts, raw, module),
    led: module.led,
    counts: module.paid && themes.length > 0 && (practical || module.strategy !== undefined),
  };
}

/** Minutes outside the shift of whoever has most; none where its module does not allow any. */
function overtimeOf(
  { model, groups }: Facts,
  raw: PlanSession,
  { outsideShift, minutes }: Module,
  utc: number,
) {
  if (!outsideShift) return undefined;
  const off = raw.attendees.map(({ group }) => {
    const [own] = groups.get(group)!;
    const way = peopleMinutes(model, own!.site.id, raw.site);
    return minutesOff({ start: utc - way, end: utc + minutes + way }, own!);
  });
  return Math.max(...off) || undefined;
}

/** The first language that leader, module and everybody in it have in common; none where nobody says any. */
function languageOf({ model, groups }: Facts, raw: PlanSession, { languages }: Module): string | undefined {
  const leaders = leadersOf(raw).flatMap((id) => model.facilitators.get(id) ?? []);
  if (leaders.length === 0) return undefined;
  const understood = raw.attendees.map(({ group }) => {
    const { role, site } = groups.get(group)![0]!.post;
    return model.roles.get(role)!.languages ?? model.sites.get(site)!.languages;
  });
  const spoken = leaders.map((leader) => leader.languages);
  const lists = [languages, ...understood, ...spoken].filter((list) => list !== undefined);
  return lists[0]?.find((one) => lists.every((list) => list.includes(one)));
}

function stagesOf({ model }: Facts, { stages }: Module, posts: readonly string[]): string[] {
  return [...model.stages.values()]
    .filter(({ id, touchpoints }) => {
      if (stages !== 'own') return stages.includes(id);
      return touchpoints.some((one) => posts.some((post) => model.touchpoints.get(one)?.owners.has(post)));
    })
    .map(({ id }) => id);
}

/** Rituals and theme months. */
function others(facts: Facts): Violation[] {
  const { model, plan } = facts;
  const shows = showsIn(facts);
  const out: Violation[] = [];
  for (const item of plan.rituals) {
    const { id, status, date } = item;
    if (status === 'cancelled' || date < plan.asOf) continue;
    const day = toDay(date);
    const { starts, ends } = model.programme;
    if (!model.rituals.has(item.ritual)) out.push(broken(`${id}: there is no ritual "${item.ritual}"`, [id]));
    else if (!shows(item)) out.push(broken(`${id}: its hash is not that of its words`, [id]));
    if (day === undefined || day < starts || day > ends)
      out.push(broken(`${id}: ${date} is outside the programme`, [id]));
  }
  for (const item of plan.themes) {
    const { id, status, to } = item;
    if (status === 'cancelled' || to < plan.asOf) continue;
    if (!shows(item)) out.push(broken(`${id}: its hash is not that of its words`, [id]));
    for (const date of [item.from, to]) {
      const theme = model.themeOfMonth.get(date.slice(0, 7));
      if (theme !== item.theme)
        out.push(broken(`${id}: the theme of ${date.slice(0, 7)} is ${theme ?? 'none'}`, [id]));
    }
  }
  return out;
}

/** What found no place: its window, its reasons, and the total. */
function missing({ plan, asked, groups }: Facts): Violation[] {
  const out: Violation[] = [];
  let people = 0;
  for (const { module, occurrence, group, first, last, window, reasons } of plan.unscheduled) {
    people += last - first + 1;
    const [run] = runsIn(groups, { group, first, last }) ?? [];
    const found = run && asked.get(keyOf(module, occurrence, run.group.id));
    const name = `${module} (${occurrence}) of group ${group}`;
    if (found && (isoDate(found.from) !== window.from || isoDate(found.by) !== window.by)) {
      out.push(
        broken(
          `${name} has the window ${isoDate(found.from)} to ${isoDate(found.by)}, not ${window.from} to ${window.by}`,
        ),
      );
    }
    if (reasons.length === 0) out.push(broken(`${name} found no place, and no reason is given`));
  }
  if (plan.score.unplaced !== people) {
    out.push(broken(`the score counts ${plan.score.unplaced} without a place, but ${people} are listed`));
  }
  return [...out, ...shortages(plan, people)];
}

/** What is said about those without a place adds up. @param people without a place */
function shortages(plan: Facts['plan'], people: number): Violation[] {
  const out: Violation[] = [];
  const { bound = 0 } = plan.score;
  const { bottlenecks = [] } = plan;
  if (bound > people) {
    out.push(
      broken(`at least ${bound} are said to have no place in any plan, but only ${people} are listed`),
    );
  }
  const told = bottlenecks.reduce((sum, one) => sum + one.people, 0);
  if (told > people) {
    out.push(broken(`bottlenecks count ${told} without a place, but ${people} are listed`));
  }
  return out;
}

function order({ plan }: Facts): Violation[] {
  const lists: [string, string[]][] = [
    ['groups', plan.groups.map(({ id }) => id)],
    ['sessions', plan.sessions.map(({ startUtc, id }) => `${startUtc} ${id}`)],
    ['rituals', plan.rituals.map(({ date, id }) => `${date} ${id}`)],
    ['themes', plan.themes.map(({ from, id }) => `${from} ${id}`)],
  ];
  return lists
    .filter(([, keys]) => keys.some((key, i) => i > 0 && key < keys[i - 1]!))
    .map(([name]) => broken(`\`${name}\` is not in order`));
}
