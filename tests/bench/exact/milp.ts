/**
 * A small year as a mixed-integer program, written from the definitions of the constraints and not from the
 * planner: who sits in which session, when, where, led by whom. It leaves out what these years do not have: floors
 * below everybody, several sites, huddles, hosts, joiners, a previous plan; and its groups stay whole. Cohorts of
 * several groups are in it, but proving them takes minutes: no year of small.ts has any.
 */
import { type Option, optionsOf, type Seat } from './choices.ts';
import { type Held, type Instance, placedHeads, softCost } from './cost.ts';
import { mostAlone } from './most.ts';
import { byKey, ones, type Part, Program } from './program.ts';
import { atOnce, inOrder, weekly } from './rows.ts';
import { addSoftTerms } from './soft.ts';
import { type Solved, solve } from './solve.ts';

export interface Best {
  /** No plan places more people; undefined when the time was too short to prove it. */
  readonly mostPlaced: number | undefined;
  /** No plan that places so many costs less; undefined when the time was too short to say anything. */
  readonly least: number | undefined;
  /** The best that was found, if any was. */
  readonly held: readonly Held[] | undefined;
  /** Whether it is the best there is, up to the gap. */
  readonly proved: boolean;
}

/**
 * The best of all plans: most people, then least soft cost.
 * @param ours a plan to begin with; where it seats everybody, nothing has to be found out about that
 * @param gap how much better another one might be at most
 * @param seconds for each of the two questions
 */
export async function bestPlan(
  instance: Instance,
  ours: readonly Held[],
  gap: number,
  seconds: number,
): Promise<Best> {
  const asked = instance.demand.requirements.reduce((sum, { group }) => sum + group.heads, 0);
  const options = optionsOf(instance);
  const known = knownValues(options, ours);
  const placed = placedHeads(ours);
  const most = placed === asked ? asked : await mostPlaced(instance, options, known, seconds);
  const program = new Program();
  addConstraints(program, instance, options, most === asked);
  if (most !== asked) program.row(people(options), '>=', most ?? placed);
  addSoftTerms(program, instance, options);
  const solved = await solve(program, gap, seconds, known);
  return {
    mostPlaced: most,
    // The program counts from a year without any session.
    least: solved.bound === undefined ? undefined : solved.bound + softCost(instance, []),
    held: solved.chosen && heldIn(options, solved.chosen),
    proved: solved.proved,
  };
}

/** How many people find a place at most; undefined when the time was too short. */
async function mostPlaced(
  instance: Instance,
  options: readonly Option[],
  known: ReadonlyMap<string, number>,
  seconds: number,
): Promise<number | undefined> {
  if (options.every(({ seats }) => seats.length === 1)) return mostAlone(instance, options, seconds);
  const program = new Program();
  addConstraints(program, instance, options, false);
  for (const [heads, name] of people(options)) program.costs(name, -heads);
  const { proved, bound } = await solve(program, 0, seconds, known);
  return proved ? Math.round(-bound!) : undefined;
}

function people(options: readonly Option[]): Part[] {
  return options.flatMap(({ seats }) =>
    seats.map(({ name, requirement }): Part => [requirement.group.heads, name]),
  );
}

/** Which options a plan takes, and which it leaves. */
function knownValues(options: readonly Option[], plan: readonly Held[]): Map<string, number> {
  const known = new Map<string, number>();
  for (const option of options) {
    const held = plan.find(
      ({ seats, start, facilitator, room }) =>
        start === option.start &&
        facilitator === option.facilitator &&
        (room === undefined || option.rooms?.includes(room)) &&
        option.seats.some(({ requirement }) => requirement === seats[0]!.requirement),
    );
    const isSeated = (seat: Seat): boolean =>
      held?.seats.some(({ requirement }) => requirement === seat.requirement) ?? false;
    known.set(option.name, held ? 1 : 0);
    for (const seat of option.seats) known.set(seat.name, isSeated(seat) ? 1 : 0);
  }
  return known;
}

function heldIn(options: readonly Option[], chosen: NonNullable<Solved['chosen']>): Held[] {
  const free = new Map<string, number>();
  const held = options.filter(({ name }) => chosen(name)).sort((a, b) => a.start - b.start);
  return held.map(({ start, minutes, facilitator, rooms, seats }) => {
    // Alike rooms are enough for those who sit in them at once, so the first free one will do.
    const room = rooms?.find((id) => (free.get(id) ?? 0) <= start);
    if (room !== undefined) free.set(room, start + minutes);
    const taken = seats.filter(({ name }) => chosen(name));
    return {
      start,
      facilitator,
      room,
      seats: taken.map(({ requirement }) => ({ requirement, first: 1, last: requirement.group.heads })),
    };
  });
}

function addConstraints(
  program: Program,
  { model }: Instance,
  options: readonly Option[],
  everybody: boolean,
): void {
  const seats = options.flatMap((option) => option.seats);
  for (const option of options) addOption(program, option);
  for (const { name } of seats) program.whole(name);
  for (const own of byKey(seats, ({ requirement }) => requirement.id))
    program.row(ones(own), everybody ? '=' : '<=', 1);
  for (const own of byKey(seats, ({ requirement }) => requirement.group.id)) {
    atOnce(program, own, 1);
    weekly(program, own, model.policy.minutesPerWeek);
    inOrder(program, own);
  }
  for (const own of byKey(options, ({ rooms }) => rooms?.[0])) atOnce(program, own, own[0]!.rooms!.length);
  for (const own of byKey(options, ({ facilitator }) => facilitator)) {
    atOnce(program, own, 1);
    weekly(program, own, model.facilitators.get(own[0]!.facilitator!)!.minutesPerWeek ?? 10_080);
  }
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
