/** The plan's sessions: what planning placed, with names, instants and an identity that outlives replans. */
import { toUtc, utcText } from '../calendar/zone.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import type { Demand } from '../demand/types.ts';
import { pointerText } from '../diagnostics/diagnostic.ts';
import type { SessionFields } from '../model/made/exported.ts';
import { isHeld } from '../model/made/history.ts';
import type { Identity, Plan, PlanNames, PlanSession } from '../model/made/plan.ts';
import { lazy, remembered, shared } from '../model/made/remembered.ts';
import { isSameJson } from '../model/made/same-json.ts';
import type { Id, Model } from '../model/model.ts';
import type { PlacedSession, Schedule } from '../schedule/types.ts';
import { fingerprint } from '../wording/fingerprint.ts';
import { type Teller, tellerOf } from '../wording/told.ts';
import type { LeavingCalendars } from './calendars.ts';
import { CLOCKS_CHANGED } from './clocks.ts';
import { fieldsOf } from './fields.ts';
import { type Issue, identify, register, tombstones } from './identity.ts';
import { matchSessions } from './match.ts';

export interface PlannedSessions {
  /** Everything that stands or was placed, and the tombstones of what was dropped; sorted by start, then id. */
  readonly sessions: readonly PlanSession[];
  /** Those that do not stand as they did, and what there was instead of them. */
  readonly added: readonly PlanSession[];
  readonly gone: readonly PlanSession[];
}

/**
 * The sessions of a schedule as documents; those of a mended plan that stand are taken over from the previous one.
 *
 * @param names what things are called now
 */
export function planSessions(
  model: Model,
  demand: Demand,
  { sessions: placed, replaced }: Pick<Schedule, 'sessions' | 'replaced'>,
  issue: Issue,
  previous: Plan | undefined,
  leaving: LeavingCalendars,
  names: PlanNames,
): PlannedSessions {
  const fields = fieldsOf(model, demand);
  const teller = tellerOf(model);
  const all = previous?.sessions ?? [];
  // What has been held stands word for word, whatever of it the workspace still knows.
  const stands = heldIn(all, issue.asOf);
  const open = stands.size > 0 ? placed.filter((session) => !stands.has(timeOf(session))) : placed;
  const modules = new Set(open.map(({ module }) => module));
  const why = whyOf(demand, modules);
  const ordered = open
    .map((session) => ({ session, first: firstId(session) }))
    .sort((a, b) => byCodeUnit(a.first, b.first) || a.session.start - b.session.start);
  const [stays, gone] = parted(all, issue.asOf, replaced);
  const matches = matchSessions(
    ordered.map(({ session }) => session),
    gone,
  );
  // An id begins with its module's, or with what that was called when the session was made.
  const ids = lazy(() =>
    register(
      all.filter(({ id, module }) => modules.has(module) || modules.has(id.slice(0, id.indexOf('.')))),
      previous?.retired,
    ),
  );
  const made = ordered.map(({ session, first }, index) => {
    const match = matches[index];
    const own = fields(session);
    const identity = identify(
      issue,
      match,
      own,
      issue.draft ? '' : fingerprint(teller, own),
      () => ids().fresh(first),
      leaving(match, own),
    );
    const cause = match && issue.changedClocks?.has(match.id) ? [CLOCKS_CHANGED] : [];
    return document(identity, own, why(session, identity, match, cause));
  });
  const kept = new Set(matches.flatMap((match) => match?.id ?? []));
  const added = made.concat(tombstones(issue, gone, kept, ({ end }) => end));
  const sameWords = !replaced || issue.draft || isSameJson(previous?.names, names);
  const sessions = (sameWords ? stays : stays.map((one) => reworded(one, issue, teller, leaving)))
    .concat(added)
    .sort((a, b) => byCodeUnit(a.startUtc, b.startUtc) || byCodeUnit(a.id, b.id));
  return { sessions, added, gone };
}

/** What stands of the previous sessions, and the others. @param replaced of confirmed ones; undefined: all are */
function parted(
  all: readonly PlanSession[],
  asOf: string,
  replaced: Schedule['replaced'],
): readonly [stays: readonly PlanSession[], gone: readonly PlanSession[]] {
  const [stays, gone] = [[] as PlanSession[], [] as PlanSession[]];
  for (const one of all) {
    const isGone = one.status === 'cancelled' || !replaced || replaced.has(one.id);
    (isGone && !isHeld(one, asOf) ? gone : stays).push(one);
  }
  return [stays, gone];
}

/** A session that stands where it stood, as it is called and described by now; what has been held keeps its words. */
function reworded(before: PlanSession, issue: Issue, teller: Teller, leaving: LeavingCalendars): PlanSession {
  if (isHeld(before, issue.asOf)) return before;
  const own = fingerprint(teller, before);
  const identity = identify(issue, before, before, own, () => before.id, leaving(before, before));
  const same = identity.sequence === before.sequence;
  if (same && identity.hash === before.hash) return before;
  return document(identity, before, same ? before.why : before.why.filter((text) => !isSentence(text)));
}

/** Written out key by key: copying objects into one another takes ten times as long. */
function document(identity: Identity, fields: SessionFields, why: readonly string[]): PlanSession {
  return {
    id: identity.id,
    uid: identity.uid,
    sequence: identity.sequence,
    status: identity.status,
    created: identity.created,
    revised: identity.revised,
    issue: identity.issue,
    hash: identity.hash,
    // Few have left any calendar, and those that have not say nothing.
    ...(identity.left && { left: identity.left }),
    module: fields.module,
    occurrence: fields.occurrence,
    format: fields.format,
    themes: fields.themes,
    stages: fields.stages,
    departments: fields.departments,
    attendees: fields.attendees,
    heads: fields.heads,
    start: fields.start,
    end: fields.end,
    timezone: fields.timezone,
    startUtc: fields.startUtc,
    endUtc: fields.endUtc,
    minutes: fields.minutes,
    site: fields.site,
    room: fields.room,
    facilitator: fields.facilitator,
    ...(fields.overtime !== undefined && { overtime: fields.overtime }),
    ...(fields.travel !== undefined && { travel: fields.travel }),
    ...(fields.language !== undefined && { language: fields.language }),
    ...(fields.coFacilitators && { coFacilitators: fields.coFacilitators }),
    led: fields.led,
    counts: fields.counts,
    why,
  };
}

/** The times of what has been held; by instants: new zone data may show another local time for one. */
function heldIn(sessions: readonly PlanSession[], asOf: string): Set<string> {
  const times = new Set<string>();
  for (const session of sessions) {
    const { module, occurrence, startUtc, attendees } = session;
    if (!isHeld(session, asOf)) continue;
    for (const { group } of attendees) times.add(`${module} ${occurrence} ${group} ${startUtc}`);
  }
  return times;
}

function timeOf({ module, occurrence, start, zone, attendees }: PlacedSession): string {
  return `${module} ${occurrence} ${attendees[0]!.group} ${utcText(toUtc(zone, start).utc)}`;
}

/** `<module>.<occurrence>.<group>.<first>` of the lowest attendee: the id a session gets when it is new. */
function firstId({ module, occurrence, attendees }: PlacedSession): string {
  const lowest = attendees.reduce((a, b) =>
    (byCodeUnit(a.group, b.group) || a.first - b.first) <= 0 ? a : b,
  );
  return `${module}.${occurrence}.${lowest.group}.${lowest.first}`.toLowerCase();
}

/** Tells of a session the lines that ask for it, then why it moved: now, or when it last did if nothing changed since. */
function whyOf(
  demand: Demand,
  modules: ReadonlySet<Id>,
): (
  session: PlacedSession,
  identity: Identity,
  match: PlanSession | undefined,
  causes: readonly string[],
) => readonly string[] {
  const asked = askedBy(demand, modules);
  const list = shared((texts: readonly string[]) => texts.join('\n'));
  return ({ module, occurrence, attendees, moved, pin }, { sequence }, match, causes) => {
    const requirements = asked.get(module)?.get(occurrence);
    const pointers = new Set<string>();
    for (const { group } of attendees) {
      const because = requirements?.get(group);
      if (because !== undefined) pointers.add(because);
    }
    const untouched = match !== undefined && match.sequence === sequence && moved.length === 0;
    const told = untouched ? match.why.filter(isSentence) : [...causes, ...moved];
    const pinned = pin === undefined ? [] : [`pins[${pin}]`];
    return list([...[...pointers].sort(), ...pinned, ...told]);
  };
}

/** Module (of these) → occurrence → group → the line that asks for it. */
function askedBy({ requirements }: Demand, modules: ReadonlySet<Id>): Map<Id, Map<string, Map<Id, string>>> {
  const asked = new Map<Id, Map<string, Map<Id, string>>>();
  const line = remembered(pointerText);
  for (const { module, occurrence, group, because } of requirements) {
    if (!modules.has(module.id)) continue;
    const ofModule = asked.get(module.id) ?? new Map<string, Map<Id, string>>();
    asked.set(module.id, ofModule);
    const ofOccurrence = ofModule.get(occurrence) ?? new Map<Id, string>();
    ofModule.set(occurrence, ofOccurrence);
    ofOccurrence.set(group.roll, line(because));
  }
  return asked;
}

/** Pointers hold no spaces; sentences do. */
function isSentence(text: string): boolean {
  return text.includes(' ');
}
