/** The plan's sessions: what planning placed, with names, instants and an identity that outlives replans. */
import { MINUTES_A_DAY, wallText } from '../calendar/date.ts';
import { toUtc, utcText } from '../calendar/zone.ts';
import type { Demand, Requirement } from '../demand/types.ts';
import { pointerText } from '../diagnostics/diagnostic.ts';
import { hashOf, type SessionFields, sessionExport } from '../model/exported.ts';
import type { Model } from '../model/model.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Identity, Plan, PlanSession } from '../model/plan.ts';
import type { Placed } from '../schedule/types.ts';
import { type Issue, identify, register, tombstones } from './identity.ts';
import { matchSessions } from './match.ts';
import { countsAsTouch, type OwnStages, ownStages, stagesFor, themesOn } from './resolve.ts';

/** Everything that was placed, and the tombstones of what was dropped; sorted by start, then id. */
export function planSessions(
  model: Model,
  demand: Demand,
  placed: readonly Placed[],
  issue: Issue,
  previous: Plan | undefined,
): PlanSession[] {
  const groups = new Map(demand.groups.map((group) => [group.id, group]));
  const because = new Map(demand.requirements.map((r) => [requirementKey(r), r]));
  const own = ownStages(model);
  const ordered = placed
    .map((session) => ({ session, first: firstId(session) }))
    .sort((a, b) => byCodeUnit(a.first, b.first) || a.session.start - b.session.start);
  const before = previous?.sessions ?? [];
  const matches = matchSessions(
    ordered.map(({ session }) => session),
    before,
  );
  const { fresh } = register(before);
  const sessions = ordered.map(({ session, first }, index) => {
    const posts = session.attendees.map(({ group }) => groups.get(group)!.post);
    const fields = fieldsOf(model, own, session, posts);
    const hash = hashOf(sessionExport(model, model.modules.get(session.module)!, fields));
    const match = matches[index];
    if (match && isPast(match, issue) && isWhereItWas(match, session)) return match;
    const identity = identify(issue, match, hash, () => fresh(first));
    return { ...identity, ...fields, why: reasons(session, because, identity, match) };
  });
  const kept = new Set(sessions.map(({ id }) => id));
  const dropped = tombstones(issue, before, kept, ({ end }) => end);
  return [...sessions, ...dropped].sort(
    (a, b) => byCodeUnit(a.startUtc, b.startUtc) || byCodeUnit(a.id, b.id),
  );
}

/** The past is never touched, not even when things are called by other names now. */
function isPast({ start }: PlanSession, { asOf }: Issue): boolean {
  return start.slice(0, 10) < asOf;
}

function isWhereItWas(old: PlanSession, now: Placed): boolean {
  return (
    old.start === wallText(now.start) &&
    old.timezone === now.zone &&
    old.site === now.site &&
    old.room === (now.room ?? null) &&
    old.facilitator === (now.facilitator ?? null) &&
    old.attendees.length === now.attendees.length &&
    old.attendees.every(({ group, first, last }, i) => {
      const other = now.attendees[i]!;
      return group === other.group && first === other.first && last === other.last;
    })
  );
}

/** `<module>.<occurrence>.<group>.<first>` of the lowest attendee: the id a session gets when it is new. */
function firstId({ module, occurrence, attendees }: Placed): string {
  const lowest = attendees.reduce((a, b) =>
    (byCodeUnit(a.group, b.group) || a.first - b.first) <= 0 ? a : b,
  );
  return `${module}.${occurrence}.${lowest.group}.${lowest.first}`.toLowerCase();
}

function fieldsOf(
  model: Model,
  own: OwnStages,
  session: Placed,
  posts: readonly { readonly id: string; readonly department: string }[],
): SessionFields {
  const module = model.modules.get(session.module)!;
  const { start, minutes, zone } = session;
  const utc = toUtc(zone, start).utc;
  const themes = themesOn(model, module.themes, Math.floor(start / MINUTES_A_DAY));
  return {
    module: session.module,
    occurrence: session.occurrence,
    format: module.format,
    themes,
    stages: stagesFor(
      model,
      own,
      module,
      posts.map(({ id }) => id),
    ),
    departments: [...new Set(posts.map(({ department }) => department))].sort(),
    attendees: session.attendees.map(({ group, first, last }) => ({ group, first, last })),
    heads: session.attendees.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    start: wallText(start),
    end: wallText(start + minutes),
    timezone: zone,
    startUtc: utcText(utc),
    // Not the end's own wall time: at a change of clocks that can be an hour that does not exist.
    endUtc: utcText(utc + minutes),
    minutes,
    site: session.site,
    room: session.room ?? null,
    facilitator: session.facilitator ?? null,
    led: module.led,
    counts: countsAsTouch(module, themes),
  };
}

/** The lines that ask for it, then why it moved: now, or when it last did if nothing changed since. */
function reasons(
  session: Placed,
  because: ReadonlyMap<string, Requirement>,
  identity: Identity,
  match: PlanSession | undefined,
): string[] {
  const pointers = new Set<string>();
  for (const { group } of session.attendees) {
    const requirement = because.get(`${session.module} ${session.occurrence} ${group}`);
    if (requirement) pointers.add(pointerText(requirement.because));
  }
  const untouched = match !== undefined && match.hash === identity.hash && session.moved.length === 0;
  const moved = untouched ? match.why.filter(isSentence) : session.moved;
  return [...[...pointers].sort(), ...moved];
}

/** Pointers hold no spaces; sentences do. */
function isSentence(text: string): boolean {
  return text.includes(' ');
}

function requirementKey({ module, occurrence, group }: Requirement): string {
  return `${module.id} ${occurrence} ${group.id}`;
}
