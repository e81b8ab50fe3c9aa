/** The possible starts of each requirement, made once for each kind of post and module, and shared. */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { intersect, type Spans, spansOf } from '../../calendar/spans.ts';
import type { Group } from '../../demand/types.ts';
import {
  fixedStart,
  type HeadsFrom,
  type Id,
  isAtMoment,
  type Model,
  type Module,
  offersOf,
  type Post,
} from '../../model/model.ts';
import { tripTo } from './gaps.ts';
import { huddleTables, meetingsOf } from './huddles.ts';
import type { Opens } from './open-time.ts';
import type { Cell, GroupInfo, Pool } from './problem.ts';
import { filtered, type StartTable, type Timing, tableOf, within } from './start-table.ts';

/** Where to look up the possible starts of a requirement. */
export type StartsOf = Pick<Tables, 'of' | 'quiet' | 'hosted'>;

/**
 * Starts of sessions of a module for a post that lie in some stretches, and where that is asked next to its shift.
 * @param way minutes that its people take to it, and back
 */
export function startsIn(
  opens: Opens,
  post: Post,
  module: Module,
  open: Spans,
  timing: Timing,
  way = 0,
): StartTable {
  const table = tableOf(open, timing);
  if (!module.outsideShift) return table;
  return filtered(table, (start) => opens.onShift(post, module, start - way, start + timing.minutes + way));
}

/** Starts and quiet times of some modules only; those of others are not asked for. */
export function startsOfOnly(tables: StartsOf, modules: ReadonlySet<Id>): StartsOf {
  return {
    of: (pool, group) => (modules.has(pool.module.id) ? tables.of(pool, group) : []),
    quiet: (pool, group) => (modules.has(pool.module.id) ? tables.quiet(pool, group) : []),
    hosted: (pool) => tables.hosted(pool),
  };
}

export class Tables {
  private readonly model: Model;
  private readonly opens: Opens;
  /** Key: department and site. */
  private readonly cells: ReadonlyMap<string, readonly Cell[]>;
  private readonly tables = new Map<string, StartTable[]>();

  constructor(model: Model, opens: Opens, cells: ReadonlyMap<string, readonly Cell[]>) {
    this.model = model;
    this.opens = opens;
    this.cells = cells;
  }

  of(pool: Pool, { group }: GroupInfo): readonly StartTable[] {
    const { module } = pool;
    const { post } = group;
    if (module.sites !== undefined && !module.sites.has(pool.site)) return [];
    const department = this.model.departments.get(post.department)!;
    const extra = pool.huddle ? meetingsOf(department, post) : pool.host >= 0 ? pool.site : '';
    const moment = isAtMoment(module, pool.occurrence) ? 'moment' : '';
    const trip = tripTo(this.model, post.site, pool);
    const way = trip ? `${trip.site} ${trip.minutes}` : '';
    const key = [module.id, moment, pool.clock.zone, this.opens.key(post), extra, way].join(' ');
    let made = this.tables.get(key);
    if (!made) {
      made = this.make(pool, group);
      this.tables.set(key, made);
    }
    return made;
  }

  /** UTC stretches in which a group has time outside its department's busy times. */
  quiet(pool: Pool, { group: { post } }: GroupInfo): Spans {
    return this.opens.open(post, pool.module, false, undefined, tripTo(this.model, post.site, pool));
  }

  private make(pool: Pool, group: Group): StartTable[] {
    const { module, occurrence, clock, minutes, step } = pool;
    const { model, opens } = this;
    // Joiners' moments may fall in busy times.
    const { post } = group;
    const trip = tripTo(model, post.site, pool);
    const open = opens.open(post, module, isAtMoment(module, occurrence), undefined, trip);
    if (pool.huddle) return huddleTables(model, opens, clock, module, post, open);
    const { days, hours } = module;
    const timing = { clock, minutes, step, days, hours, at: fixedStart(module), offers: offersOf(module) };
    const table = startsIn(opens, post, module, open, timing, trip?.minutes);
    return [pool.host < 0 ? table : within(table, this.hosted(pool), minutes)];
  }

  /** When the host can be visited: one list for each of its shifts with people at the site. */
  hosted(pool: Pool): Spans[] {
    const department = pool.module.host!.department;
    // Guests may stay beyond their own shift; whoever shows them around is on theirs.
    const { outsideShift: _, ...visited } = pool.module;
    return (this.cells.get(`${department} ${pool.site}`) ?? [])
      .filter((cell) => cell.heads > 0)
      .map(({ shift, steps }) => {
        const post = { id: '', role: '', department, site: pool.site, shift, heads: 1, minutesPerWeek: 0 };
        const open = this.opens.open(post, visited, false, false);
        return steps ? intersect(open, this.staffed(pool, steps)) : open;
      });
  }

  /** UTC stretches in which anybody of a cell whose people come and go is there. */
  private staffed({ clock }: Pool, steps: readonly HeadsFrom[]): Spans {
    const { ends } = this.model.programme;
    const pairs = steps.flatMap(({ from, heads }, i) => {
      const until = steps[i + 1]?.from ?? ends + 1;
      return heads > 0 ? [clock.utc(from * MINUTES_A_DAY), clock.utc(until * MINUTES_A_DAY)] : [];
    });
    return spansOf(pairs);
  }
}
