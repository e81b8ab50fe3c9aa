/**
 * Sessions that seat few: how many there are, what they take of those who lead, how few would do by counting, and which
 * setting keeps people from coming together.
 */
import type { Pointer } from '../diagnostics/diagnostic.ts';
import { awayLimitOf, type Id, type Model, type Module, mostAway } from '../model/model.ts';
import type { Plan, PlanSession } from '../model/plan.ts';

export interface SessionSizes {
  readonly module: Id;
  readonly sessions: number;
  /** With fewer people than `seats.min`, and with one person. */
  readonly belowMin: number;
  readonly ofOne: number;
  /** What those take of whoever leads them. */
  readonly minutes: number;
  /** No plan holds fewer for the people who have a place. Counted: that so few can be had is not said. */
  readonly least: number;
  /** What keeps sessions small, and where it is written; undefined where no setting does, but the plan. */
  readonly cause: SizeCause | undefined;
}

export interface SizeCause {
  readonly setting: 'maxAway' | 'seats' | 'rooms' | 'audience';
  readonly pointer: Pointer;
}

/** Modules with sessions that seat few; those of most minutes first. */
export function sessionSizes(model: Model, plan: Plan): SessionSizes[] {
  const byModule = new Map<Id, PlanSession[]>();
  for (const session of plan.sessions) {
    const module = model.modules.get(session.module);
    if (session.status !== 'confirmed' || !module || !isTogether(module)) continue;
    byModule.set(module.id, [...(byModule.get(module.id) ?? []), session]);
  }
  const out: SessionSizes[] = [];
  for (const [id, sessions] of byModule) {
    const module = model.modules.get(id)!;
    const below = sessions.filter(({ heads }) => heads < module.seats.min);
    const alone = sessions.filter(({ heads }) => heads === 1);
    const small = new Set([...below, ...alone]);
    if (small.size === 0) continue;
    out.push({
      module: id,
      sessions: sessions.length,
      belowMin: below.length,
      ofOne: alone.length,
      minutes: [...small].reduce((sum, { minutes }) => sum + minutes, 0),
      ...leastOf(model, module, plan, sessions),
    });
  }
  return out.sort((a, b) => b.minutes - a.minutes || (a.module < b.module ? -1 : 1));
}

function isTogether({ format, seats }: Module): boolean {
  return format !== 'huddle' && format !== 'self-paced' && seats.max !== 1;
}

/** The least number of sessions by occurrence and site, and what decides most of them. */
function leastOf(
  model: Model,
  module: Module,
  plan: Plan,
  sessions: readonly PlanSession[],
): Pick<SessionSizes, 'least' | 'cause'> {
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const pools = new Map<string, Map<string, number>>();
  for (const { occurrence, site, attendees } of sessions) {
    const cells = pools.get(`${occurrence} ${site}`) ?? new Map<string, number>();
    pools.set(`${occurrence} ${site}`, cells);
    for (const { group, first, last } of attendees) {
      const { department = '', shift = '', site: own = '', joiners = false } = groups.get(group) ?? {};
      const key = `${department} ${own} ${shift} ${joiners === false ? '' : 'joiners'}`;
      cells.set(key, (cells.get(key) ?? 0) + last - first + 1);
    }
  }
  let least = 0;
  const votes = new Map<string, { readonly cause: SizeCause; readonly sessions: number }>();
  for (const [pool, cells] of pools) {
    const seats = seatsAt(model, module, pool.split(' ')[1]!);
    const all = [...cells.values()].reduce((sum, heads) => sum + heads, 0);
    let decides = { need: Math.ceil(all / seats.most), cause: seats.cause };
    if (all < Math.max(2, module.seats.min)) {
      decides = { need: 1, cause: { setting: 'audience', pointer: ['modules', module.id, 'audience'] } };
    }
    for (const [key, heads] of cells) {
      const away = awayFrom(model, module, key);
      const need = Math.ceil(heads / Math.min(away.most, seats.most));
      if (need > decides.need) decides = { need, cause: away.cause };
    }
    least += decides.need;
    const name = decides.cause.pointer.join(' ');
    votes.set(name, { cause: decides.cause, sessions: (votes.get(name)?.sessions ?? 0) + decides.need });
  }
  const [first] = [...votes.values()].sort((a, b) => b.sessions - a.sessions);
  // Where fewer would do, the plan was made when it had to be so, or could not be better.
  const binds = first && (least === sessions.length || first.cause.setting !== 'seats');
  return { least, cause: binds ? first.cause : undefined };
}

function seatsAt({ rooms }: Model, module: Module, site: Id): { most: number; cause: SizeCause } {
  const own = module.seats.max ?? Number.POSITIVE_INFINITY;
  const fit = [...rooms.values()].filter(
    (room) => room.site === site && module.room.features.every((one) => room.features.includes(one)),
  );
  const largest =
    module.room.kind === 'none' ? Number.POSITIVE_INFINITY : Math.max(1, ...fit.map(({ seats }) => seats));
  return largest < own
    ? { most: largest, cause: { setting: 'rooms', pointer: ['rooms'] } }
    : { most: own, cause: { setting: 'seats', pointer: ['modules', module.id, 'seats'] } };
}

/** How many of one department, site and shift may be away at once, and where that is written. */
function awayFrom(model: Model, module: Module, key: string): { most: number; cause: SizeCause } {
  const [department = '', site, shift, joiners] = key.split(' ');
  const pointer =
    module.maxAway === undefined ? ['departments', department, 'maxAway'] : ['modules', module.id, 'maxAway'];
  const cause: SizeCause = { setting: 'maxAway', pointer };
  if (joiners === 'joiners') return { most: Number.POSITIVE_INFINITY, cause };
  let heads = 0;
  for (const post of model.posts.values()) {
    if (post.department === department && post.site === site && post.shift === shift) heads += post.heads;
  }
  const limit = model.departments.has(department)
    ? awayLimitOf(model, module, { department, shift: shift ?? '' })
    : { share: 1 };
  return { most: mostAway(limit, heads), cause };
}
