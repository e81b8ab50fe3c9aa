/**
 * How many people find a place at most, in years in which every group has its sessions for itself and stays whole: who
 * sits in which apart from who leads it where, so that groups that are alike are not tried with each trainer in turn.
 * Years of 60 sessions are proved in some seconds; the program of `milp.ts` needs minutes for many of them.
 */
import type { Option, Seat } from './choices.ts';
import type { Instance } from './cost.ts';
import { byKey, ones, type Part, Program } from './program.ts';
import { atOnce, inOrder, weekly } from './rows.ts';
import { solve } from './solve.ts';

/** People with a place in the best of all plans; undefined when the time was too short. */
export async function mostAlone(
  { model }: Instance,
  options: readonly Option[],
  seconds: number,
): Promise<number | undefined> {
  const program = new Program();
  // Who takes what when, whoever leads it; and what is led when, whoever takes it.
  const taken = oneOfEach(options, 'x', ({ seats, start }) => `${seats[0]!.requirement.id} ${start}`);
  const led = oneOfEach(
    options.filter(({ facilitator }) => facilitator !== undefined),
    'y',
    (one) => `${slotOf(one)} ${one.facilitator} ${one.rooms?.[0]}`,
  );
  for (const { name } of [...taken, ...led]) program.whole(name);
  for (const { name, requirement } of taken) program.costs(name, -requirement.group.heads);
  for (const own of byKey(taken, ({ requirement }) => requirement.id)) program.row(ones(own), '<=', 1);
  for (const own of byKey(taken, ({ requirement }) => requirement.group.id)) {
    atOnce(program, own, 1);
    weekly(program, own, model.policy.minutesPerWeek);
    inOrder(program, own);
  }
  for (const own of byKey(led, ({ facilitator }) => facilitator)) {
    atOnce(program, own, 1);
    weekly(program, own, model.facilitators.get(own[0]!.facilitator!)!.minutesPerWeek ?? 10_080);
  }
  for (const own of byKey(led, ({ rooms }) => rooms?.[0])) atOnce(program, own, own[0]!.rooms!.length);
  const leaders = new Map(byKey(led, ({ slot }) => slot).map((own) => [own[0]!.slot, own]));
  for (const own of byKey(taken, ({ slot }) => slot)) {
    const by = leaders.get(own[0]!.slot)?.map(({ name }): Part => [-1, name]);
    if (by) program.row([...ones(own), ...by], '<=', 0);
  }
  const { proved, bound } = await solve(program, LESS_THAN_ONE, seconds, new Map());
  // A bound of 0 is not told (solve.ts).
  return proved ? Math.floor(1e-6 - (bound ?? 0)) : undefined;
}

/** People are whole. */
const LESS_THAN_ONE = 0.5;

/** Of options that have a key in common, one, under a name of its own. */
function oneOfEach(
  options: readonly Option[],
  letter: string,
  keyOf: (option: Option) => string,
): (Option & Pick<Seat, 'requirement'> & { readonly slot: string })[] {
  return byKey(options, keyOf).map(([option], i) => ({
    ...option!,
    name: `${letter}${i}`,
    requirement: option!.seats[0]!.requirement,
    slot: slotOf(option!),
  }));
}

/** What a group and whoever leads it must have in common. */
function slotOf({ seats, start }: Option): string {
  const { module, occurrence } = seats[0]!.requirement;
  return `${module.id} ${occurrence} ${start}`;
}
