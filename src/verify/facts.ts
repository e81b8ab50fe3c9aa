/** Reads the plan's texts again and puts every session on its people's clocks. */
import { MINUTES_A_DAY, toDay } from '../calendar/date.ts';
import { isZone, toUtc, toWall } from '../calendar/zone.ts';
import { isHeld } from '../model/made/history.ts';
import type { Plan, PlanSession } from '../model/made/plan.ts';
import type { Model } from '../model/model.ts';
import { enumerate, periodsOf } from './asked.ts';
import { countingIn, missedIn } from './made-up.ts';
import { memberGroups, runsIn } from './people.ts';
import { heldIn } from './renewed.ts';
import type { Facts, SeatedMembers, SpentSession, TimedSession } from './types.ts';
import { peopleMinutes } from './ways.ts';

export function gatherFacts(model: Model, plan: Plan, previous: Plan | undefined): Facts {
  const missed = missedIn(model, plan, (module) => periodsOf(model, module));
  const groups = memberGroups(model, plan, missed, heldIn(model, plan));
  const asked = enumerate(model, [...groups.values()].flat());
  const sessions = heldSessions({ model, groups, missed }, plan.sessions, plan.asOf);
  return { model, plan, previous, groups, asked, missed, sessions };
}

/**
 * The confirmed sessions that can be understood, in order of start; `document` names the others. Of what has been held
 * those who are still there, whoever of the others is gone.
 */
export function heldSessions(firm: Firm, sessions: readonly PlanSession[], asOf = ''): TimedSession[] {
  return sessions
    .filter(({ status }) => status === 'confirmed')
    .flatMap((raw) => held(firm, raw, raw.start.slice(0, 10) < asOf) ?? [])
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

/** Who works there, and who of them missed what. */
type Firm = Pick<Facts, 'model' | 'groups' | 'missed'>;

/** What was held of modules and people who are gone by now, or without anybody: no check sees it, and it took hours all the same. */
export function spentSessions({ plan, sessions }: Pick<Facts, 'plan' | 'sessions'>): SpentSession[] {
  const known = new Set(sessions.map(({ id }) => id));
  return plan.sessions.flatMap((raw) => {
    const wall = wallOf(raw.start);
    const isSpent =
      isHeld(raw, plan.asOf) && !known.has(raw.id) && wall !== undefined && isZone(raw.timezone);
    return isSpent ? { id: raw.id, raw, minutes: raw.minutes, start: toUtc(raw.timezone, wall).utc } : [];
  });
}

function held({ model, groups, missed }: Firm, raw: PlanSession, isOver: boolean): TimedSession | undefined {
  const module = model.modules.get(raw.module);
  const wall = wallOf(raw.start);
  if (!module || wall === undefined || !isZone(raw.timezone)) return undefined;
  const start = toUtc(raw.timezone, wall).utc;
  const seated: SeatedMembers[] = [];
  for (const attendees of raw.attendees) {
    const runs = runsIn(groups, attendees);
    if (!runs && isOver) continue;
    if (!runs) return undefined;
    const seat = ({ group, first, last }: (typeof runs)[number]): SeatedMembers => {
      const local = toWall(group.site.zone, start);
      const way = peopleMinutes(model, group.site.id, raw.site);
      const [leaves, back] = [start - way, start + raw.minutes + way];
      const heads = last - first + 1;
      return { group, first, last, heads, start: local, end: local + raw.minutes, leaves, back };
    };
    for (const run of runs)
      for (const range of countingIn(missed, run.group.name, run.first, run.last, raw.id))
        seated.push(seat({ ...run, ...range }));
  }
  // Nobody who came is there any more, or nobody came: nobody has had it.
  if (seated.length === 0) return undefined;
  return { id: raw.id, raw, module, start, end: start + raw.minutes, wall, minutes: raw.minutes, seated };
}

/** Minutes of `2027-03-02T09:30` since 1970; undefined for anything else. */
export function wallOf(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  const day = match ? toDay(match[1]!) : undefined;
  return match && day !== undefined
    ? day * MINUTES_A_DAY + Number(match[2]) * 60 + Number(match[3])
    : undefined;
}
