/** The soft terms of a small year as rows of a program; the plain evaluation stands in cost.ts. */
import type { Option, Seat } from './choices.ts';
import {
  dayOf,
  hasTheme,
  hoursCost,
  type Instance,
  isLong,
  isShort,
  lateCost,
  ledCost,
  mayMix,
  repeats,
  weekOf,
  weightsOf,
} from './cost.ts';
import { byKey, ones, type Part, type Program } from './program.ts';

export function addSoftTerms(program: Program, instance: Instance, options: readonly Option[]): void {
  const weights = weightsOf(instance.model);
  for (const option of options) sessionCost(program, instance, option);
  for (const own of byKey(
    options,
    ({ seats, rooms }) => rooms && `${seats[0]!.requirement.module.id} ${rooms[0]}`,
  )) {
    if (weights['few-rooms'] === 0) break;
    const used = program.variable(weights['few-rooms'], 1);
    for (const now of byKey(own, ({ start }) => start)) program.row([...ones(now), [-1, used]], '<=', 0);
  }
  const total = instance.demand.requirements.reduce((sum, { module }) => sum + module.minutes / 60, 0);
  for (const own of byKey(options, ({ facilitator }) => facilitator)) {
    const led = own.map((one): Part => [hours(one.seats[0]!), one.name]);
    program.square(led, total, weights['facilitator-fair']);
  }
  const seats = options.flatMap((option) => option.seats);
  const most = instance.model.policy.minutesPerWeek / 60;
  const people = instance.demand.groups.reduce((sum, { heads }) => sum + heads, 0);
  for (const week of byKey(seats, ({ start }) => weekOf(start))) {
    for (const own of byKey(week, ({ requirement }) => requirement.group.id)) {
      const load = own.map((seat): Part => [hours(seat), seat.name]);
      program.square(load, most, weights.spread * own[0]!.requirement.group.heads);
    }
    const inAll = week.map((seat): Part => [seat.requirement.group.heads * hours(seat), seat.name]);
    program.square(inAll, most * people, weights.spread / people);
  }
  for (const day of weights['days-apart'] === 0 ? [] : byKey(seats, ({ start }) => dayOf(start))) {
    const inAll = day.map((seat): Part => [seat.requirement.group.heads * hours(seat), seat.name]);
    program.square(inAll, most * people, weights['days-apart'] / people);
  }
  for (const own of byKey(seats, ({ requirement }) => requirement.group.id))
    groupCost(program, instance, own);
}

/** Hours, lateness, empty seats, one department alone. */
function sessionCost(program: Program, instance: Instance, { name, start, seats }: Option): void {
  const weights = weightsOf(instance.model);
  const { module } = seats[0]!.requirement;
  program.costs(name, hoursCost(instance.model, module, start) + ledCost(weights, module));
  for (const seat of seats)
    program.costs(seat.name, lateCost(weights, seat.requirement, start) * seat.requirement.group.heads);
  const people = seats.map((seat): Part => [seat.requirement.group.heads, seat.name]);
  const missing = program.variable(weights['seats-min']);
  if (seats.length === 1)
    program.costs(name, weights['seats-min'] * Math.max(0, module.seats.min - people[0]![0]));
  else program.row([[1, missing], ...people, [-module.seats.min, name]], '>=', 0);
  if (!mayMix(instance, module)) return;
  program.costs(name, weights.mixed);
  if (seats.length === 1) return;
  const mixed = program.variable(-weights.mixed, 1);
  for (const own of byKey(seats, ({ requirement }) => requirement.group.post.department)) {
    program.row([[1, mixed], ...own.map((seat): Part => [-1, seat.name])], '<=', 0);
  }
}

/** Rhythm, repetition, few facilitators. */
function groupCost(program: Program, { model }: Instance, own: readonly Seat[]): void {
  const weights = weightsOf(model);
  const { heads } = own[0]!.requirement.group;
  const { starts, ends } = model.programme;
  for (let week = weekOf(starts * 1440); weights.rhythm > 0 && week <= weekOf(ends * 1440); week++) {
    // Counted from nothing: a week without a touch costs, so one with a touch saves it.
    const heard = program.variable(-weights.rhythm * heads, 1);
    const touches = own.filter(({ requirement, start }) => {
      const ago = week - weekOf(start);
      return hasTheme(requirement.module) && ago >= 0 && ago < model.policy.reinforceWithinWeeks;
    });
    program.row([[1, heard], ...touches.map((seat): Part => [-1, seat.name])], '<=', 0);
  }
  if (weights.reinforce > 0) repetition(program, own, weights.reinforce * heads);
  const leaders = byKey(own, ({ facilitator }) => facilitator).map((some) => {
    const met = program.variable(0, 1);
    program.whole(met);
    for (const one of byKey(some, ({ requirement }) => requirement.id))
      program.row([...ones(one), [-1, met]], '<=', 0);
    return met;
  });
  const beyond = program.variable(weights['same-facilitator']);
  program.row([[1, beyond], ...leaders.map((met): Part => [-1, met])], '>=', -1);
}

/**
 * A long session costs where no short one repeats it. One row for each start says so; those for a week's starts,
 * and for all of them, are weaker, and keep a session that is cut in many small pieces from costing nothing.
 */
function repetition(program: Program, own: readonly Seat[], cost: number): void {
  const shorts = own.filter(({ requirement }) => isShort(requirement.module));
  const long = own.filter(({ requirement }) => isLong(requirement.module));
  for (const longs of byKey(long, ({ requirement }) => requirement.id)) {
    const alone = program.variable(cost);
    const repeated = (some: readonly Seat[]): void => {
      const by = shorts.filter((short) => some.some(({ start }) => repeats(short.start, start)));
      program.row([[1, alone], ...ones(by), ...some.map((seat): Part => [-1, seat.name])], '>=', 0);
    };
    for (const now of byKey(longs, ({ start }) => start)) repeated(now);
    for (const now of byKey(longs, ({ start }) => weekOf(start))) repeated(now);
    repeated(longs);
    repeated(longs.filter(({ start }) => !shorts.some((short) => repeats(short.start, start))));
  }
}

function hours({ requirement }: Seat): number {
  return requirement.module.minutes / 60;
}
