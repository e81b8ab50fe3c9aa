/** What each thing offers to those who want it: facilitators, rooms, hosts, floors, line managers, people's own weeks. */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { subtract } from '../../calendar/spans.ts';
import type { FacilitatorInfo, GroupInfo, Pool, Problem, Req, RoomInfo } from '../problem/problem.ts';
import type { Supply } from './supply.ts';

export class Supplies {
  private readonly problem: Problem;
  /** Most people of a cell who are ever away at once, whatever the module. */
  private readonly floors: Int32Array;

  constructor(problem: Problem) {
    this.problem = problem;
    this.floors = new Int32Array(problem.cells.length);
    for (const { floor, group } of problem.reqs) {
      if (floor === Number.POSITIVE_INFINITY) continue;
      const { index } = group.cell;
      this.floors[index] = Math.max(this.floors[index]!, floor);
    }
  }

  leader({ facilitator, works, clock }: FacilitatorInfo): Supply {
    return {
      spans: works,
      clock,
      width: 1,
      gap: this.problem.model.policy.changeoverMinutes,
      perDay: facilitator.minutesPerDay,
      perWeek: facilitator.minutesPerWeek,
      totalDays: facilitator.totalDays,
    };
  }

  room({ closed }: RoomInfo, clock: Pool['clock'], width: number): Supply {
    const { firstDay, days } = this.problem;
    const open = subtract([firstDay * MINUTES_A_DAY, (firstDay + days) * MINUTES_A_DAY], closed);
    return { spans: open, clock, width, gap: 0 };
  }

  host(pools: readonly Pool[]): Supply {
    const width = Math.max(...pools.map(({ guests }) => guests));
    return { spans: undefined, clock: pools[0]!.clock, width, gap: 0 };
  }

  /** Of a group's cell, how many may be away at once. */
  away({ cell, clock }: GroupInfo): Supply {
    return { spans: undefined, clock, width: this.floors[cell.index]!, gap: 0 };
  }

  coaching({ cell, clock }: GroupInfo): Supply {
    return { spans: undefined, clock, width: cell.leaders, gap: 0 };
  }

  week({ clock, heads, perWeek }: GroupInfo): Supply {
    const { changeoverMinutes: gap } = this.problem.model.policy;
    return { spans: undefined, clock, width: heads, gap, perWeek, alone: true };
  }

  /** Most people in one session: seats of the module and the largest room, and what the floors spare. */
  seatsOf(pool: Pool, reqs: readonly Req[] = pool.reqs): number {
    const largest = pool.roomed ? (pool.rooms.at(-1)?.room.seats ?? 0) : Number.POSITIVE_INFINITY;
    const most = Math.min(pool.seats, largest);
    const cells = new Map<number, number>();
    let people = 0;
    for (const { group, floor } of reqs) {
      const { index } = group.cell;
      const before = cells.get(index) ?? 0;
      const limited = floor < Number.POSITIVE_INFINITY && !pool.overtime;
      const more = limited ? Math.min(group.heads, this.floors[index]! - before) : group.heads;
      if (limited) cells.set(index, before + more);
      people += more;
      if (people >= most) return most;
    }
    return people;
  }
}
