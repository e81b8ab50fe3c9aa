/**
 * A small year as a mixed-integer program, written from the definitions of the constraints and not from the
 * planner: who sits in which session, when, where, led by whom. It leaves out what these years do not have: floors
 * below everybody, several sites, huddles, hosts, joiners, a previous plan; and its groups stay whole. Cohorts of
 * several groups are in it, but proving them takes minutes: no year of small.ts has any.
 */
import * as highs from 'highs';
import { type Option, optionsOf, type Seat } from './choices.ts';
import { dayOf, type Held, type Instance, weekOf } from './cost.ts';
import { byKey, ones, type Part, Program } from './program.ts';
import { addSoftTerms } from './soft.ts';

/** More than any soft cost of a small year: one person placed is worth more than all of it. */
const PLACED = 10_000;

/**
 * The best of all plans: most people, then least soft cost.
 * @param everybody whether it is known that everybody finds a place, which makes it easier
 * @param gap how much better another one might be at most
 * @returns undefined when the time was too short to prove it
 */
export async function bestPlan(
  instance: Instance,
  everybody: boolean,
  gap: number,
  seconds: number,
): Promise<Held[] | undefined> {
  const options = optionsOf(instance);
  const program = new Program();
  addConstraints(program, instance, options, everybody);
  addSoftTerms(program, instance, options);
  // Its types are those of CommonJS, its code is not.
  const load = highs.default as unknown as typeof highs.default.default;
  const solver = await load();
  const { Status, Columns } = solver.solve(program.text(), {
    mip_rel_gap: 0,
    mip_abs_gap: gap,
    time_limit: seconds,
    output_flag: false,
  });
  if (Status === 'Time limit reached') return undefined;
  if (Status !== 'Optimal') throw new Error(`the exact model is ${Status}`);
  const chosen = ({ name }: { readonly name: string }): boolean =>
    (Columns[name] as { Primal: number }).Primal > 0.5;
  return options.filter(chosen).map(({ start, facilitator, room, seats }) => ({
    start,
    facilitator,
    room,
    seats: seats
      .filter(chosen)
      .map(({ requirement }) => ({ requirement, first: 1, last: requirement.group.heads })),
  }));
}

function addConstraints(
  program: Program,
  { model }: Instance,
  options: readonly Option[],
  everybody: boolean,
): void {
  const seats = options.flatMap((option) => option.seats);
  for (const option of options) addOption(program, option);
  for (const { name, requirement } of seats) {
    program.whole(name);
    if (!everybody) program.costs(name, -PLACED * requirement.group.heads);
  }
  for (const own of byKey(seats, ({ requirement }) => requirement.id))
    program.row(ones(own), everybody ? '=' : '<=', 1);
  for (const own of byKey(seats, ({ requirement }) => requirement.group.id)) {
    oneAtOnce(program, own, ({ requirement }) => requirement.module.minutes);
    for (const week of byKey(own, ({ start }) => weekOf(start)))
      program.row(
        week.map((seat): Part => [minutesOf(seat), seat.name]),
        '<=',
        model.policy.minutesPerWeek,
      );
  }
  for (const own of byKey(options, ({ room }) => room))
    oneAtOnce(program, own, (one) => minutesOf(one.seats[0]!));
  for (const own of byKey(options, ({ facilitator }) => facilitator)) {
    oneAtOnce(program, own, (one) => minutesOf(one.seats[0]!));
    const most = model.facilitators.get(own[0]!.facilitator!)!.minutesPerWeek ?? 10_080;
    for (const week of byKey(own, ({ start }) => weekOf(start)))
      program.row(
        week.map((one): Part => [minutesOf(one.seats[0]!), one.name]),
        '<=',
        most,
      );
  }
  addOrder(program, seats);
}

/** Nobody sits in a session that is not held, and no more than there are seats. */
function addOption(program: Program, { name, seats, most }: Option): void {
  program.whole(name);
  if (seats.length === 1) return;
  for (const seat of seats)
    program.row(
      [
        [1, seat.name],
        [-1, name],
      ],
      '<=',
      0,
    );
  program.row([[1, name], ...seats.map((seat): Part => [-1, seat.name])], '<=', 0);
  program.row(
    [...seats.map((seat): Part => [seat.requirement.group.heads, seat.name]), [-most, name]],
    '<=',
    0,
  );
}

/** Once for each moment at which one begins. */
function oneAtOnce<T extends { readonly name: string; readonly start: number }>(
  program: Program,
  own: readonly T[],
  minutes: (one: T) => number,
): void {
  for (const at of new Set(own.map(({ start }) => start)))
    program.row(ones(own.filter((one) => one.start <= at && one.start + minutes(one) > at)), '<=', 1);
}

/** A start needs one of its prerequisite's that ends before it, some days earlier. */
function addOrder(program: Program, seats: readonly Seat[]): void {
  for (const own of byKey(seats, ({ requirement, start }) => `${requirement.id} ${start}`)) {
    const { requirement, start } = own[0]!;
    for (const { module, atLeastDays } of requirement.module.after) {
      const before = seats.filter(
        (other) =>
          other.requirement.module.id === module &&
          other.requirement.group === requirement.group &&
          other.start + minutesOf(other) <= start &&
          dayOf(start) - dayOf(other.start) >= atLeastDays,
      );
      program.row([...ones(own), ...before.map((seat): Part => [-1, seat.name])], '<=', 0);
    }
  }
}

function minutesOf({ requirement }: Seat): number {
  return requirement.module.minutes;
}
