/**
 * A small year as a mixed-integer program, written from the definitions of the constraints and not from the
 * planner: which start and trainer each group has in each module. Squares of hours are exact at whole hours,
 * between which they are replaced by the lines that join them.
 */
import * as highs from 'highs';
import type { Requirement } from '../../../src/demand/types.ts';
import type { Facilitator } from '../../../src/model/model.ts';
import { openTime } from '../../../src/model/time.ts';
import { type Held, type Instance, startCost, WEIGHTS, weekOf } from './cost.ts';

/** More than any soft cost of a small year: one person placed is worth more than all of it. */
const PLACED = 1000;

interface Choice extends Held {
  readonly name: string;
}

/**
 * The best of all plans: most people, then least soft cost; to a hundredth.
 * @param everybody whether it is known that everybody finds a place, which makes it easier
 * @returns undefined when the time was too short to prove it
 */
export async function bestPlan(
  instance: Instance,
  everybody: boolean,
  seconds: number,
): Promise<Held[] | undefined> {
  const choices = choicesOf(instance);
  // Its types are those of CommonJS, its code is not.
  const load = highs.default as unknown as typeof highs.default.default;
  const solver = await load();
  const { Status, Columns } = solver.solve(programOf(instance, choices, everybody), {
    mip_rel_gap: 1e-7,
    mip_abs_gap: 0.01,
    time_limit: seconds,
    output_flag: false,
  });
  if (Status === 'Time limit reached') return undefined;
  if (Status !== 'Optimal') throw new Error(`the exact model is ${Status}`);
  return choices.filter(({ name }) => (Columns[name] as { Primal: number }).Primal > 0.5);
}

function choicesOf({ model, demand }: Instance): Choice[] {
  const out: Choice[] = [];
  for (const requirement of demand.requirements) {
    const { module, group } = requirement;
    for (const start of startsOf(
      requirement,
      openTime(model, group.post, module.minutes, { ignoreBusy: false }),
      model.policy.startEvery,
    )) {
      for (const one of model.facilitators.values()) {
        if (!teaches(one, requirement)) continue;
        out.push({ requirement, start, facilitator: one.id, name: `x${out.length}` });
      }
    }
  }
  return out;
}

function startsOf({ module, from, by }: Requirement, open: readonly number[], step: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < open.length; i += 2) {
    for (
      let start = Math.ceil(open[i]! / step) * step;
      start + module.minutes <= open[i + 1]!;
      start += step
    ) {
      const day = Math.floor(start / 1440);
      if (day >= from && day <= by) out.push(start);
    }
  }
  return out;
}

function teaches({ teaches: able }: Facilitator, { module }: Requirement): boolean {
  return able === undefined || able.has(module.id) || (module.skill !== undefined && able.has(module.skill));
}

function programOf(instance: Instance, choices: readonly Choice[], everybody: boolean): string {
  const { model, demand } = instance;
  const rows: string[] = [];
  const objective: string[] = [];
  const atMost = (some: readonly Choice[], limit: number, unit: (choice: Choice) => number = () => 1) => {
    if (some.length > 0) rows.push(`${total(some, unit)} <= ${limit}`);
  };
  for (const choice of choices) {
    const gain = everybody ? 0 : PLACED * choice.requirement.group.heads;
    objective.push(term(startCost(choice.requirement, choice.start) - gain, choice.name));
  }
  for (const own of byKey(choices, ({ requirement }) => requirement.id))
    rows.push(`${total(own)} ${everybody ? '=' : '<='} 1`);
  for (const own of byKey(choices, ({ requirement }) => requirement.group.id))
    for (const now of atOnce(own)) atMost(now, 1);
  for (const own of byKey(choices, ({ facilitator }) => facilitator))
    for (const now of atOnce(own)) atMost(now, 1);
  for (const now of atOnce(choices)) atMost(now, model.rooms.size);
  for (const own of byKey(choices, ({ requirement, start }) => `${requirement.group.id} ${weekOf(start)}`)) {
    atMost(own, model.policy.minutesPerWeek, minutesOf);
  }
  for (const own of byKey(choices, ({ facilitator, start }) => `${facilitator} ${weekOf(start)}`)) {
    atMost(own, model.facilitators.get(own[0]!.facilitator)!.minutesPerWeek ?? 10_080, minutesOf);
  }
  rows.push(...orderRows(choices));
  let squares = 0;
  const squared = (some: readonly Choice[], weight: number) => {
    const name = `q${squares++}`;
    objective.push(term(weight, name));
    const most = some.reduce((sum, choice) => sum + minutesOf(choice) / 60, 0);
    for (let k = 0; k < Math.min(most, 40); k++) {
      rows.push(
        `${name} ${total(some, (choice) => (-(2 * k + 1) * minutesOf(choice)) / 60)} >= ${-k * (k + 1)}`,
      );
    }
  };
  for (const own of byKey(choices, ({ requirement, start }) => `${requirement.group.id} ${weekOf(start)}`)) {
    squared(own, WEIGHTS.spread * own[0]!.requirement.group.heads);
  }
  for (const own of byKey(choices, ({ facilitator }) => facilitator))
    squared(own, WEIGHTS['facilitator-fair']);
  const met: string[] = [];
  demand.groups.forEach(({ id }, g) => {
    const own = choices.filter(({ requirement }) => requirement.group.id === id);
    const names = byKey(own, ({ facilitator }) => facilitator).map((some, f) => {
      const name = `m${g}t${f}`;
      for (const one of byKey(some, ({ requirement }) => requirement.id))
        rows.push(`${total(one)} - ${name} <= 0`);
      met.push(name);
      return name;
    });
    objective.push(term(WEIGHTS['same-facilitator'], `e${g}`));
    rows.push(`e${g} - ${names.join(' - ')} >= -1`);
  });
  return `Minimize
 obj: ${objective.join(' ')}
Subject To
${rows.map((row, i) => ` c${i}: ${row}`).join('\n')}
Bounds
${met.map((name) => ` ${name} <= 1`).join('\n')}
Binary
 ${choices.map(({ name }) => name).join(' ')}
End
`;
}

/** A start needs one of its prerequisite's that ends before it, some days earlier. */
function orderRows(choices: readonly Choice[]): string[] {
  const rows: string[] = [];
  for (const own of byKey(choices, ({ requirement, start }) => `${requirement.id} ${start}`)) {
    const { requirement, start } = own[0]!;
    for (const { module, atLeastDays } of requirement.module.after) {
      const before = choices.filter(
        (other) =>
          other.requirement.module.id === module &&
          other.requirement.group === requirement.group &&
          other.start + minutesOf(other) <= start &&
          Math.floor(start / 1440) - Math.floor(other.start / 1440) >= atLeastDays,
      );
      rows.push(`${total(own)} ${total(before, () => -1)} <= 0`);
    }
  }
  return rows;
}

function minutesOf({ requirement }: Held): number {
  return requirement.module.minutes;
}

/** The choices that are under way together, once for each moment at which one begins. */
function atOnce(choices: readonly Choice[]): Choice[][] {
  const starts = [...new Set(choices.map(({ start }) => start))];
  return starts.map((at) => choices.filter((one) => one.start <= at && one.start + minutesOf(one) > at));
}

function byKey(choices: readonly Choice[], keyOf: (choice: Choice) => string): Choice[][] {
  const lists = new Map<string, Choice[]>();
  for (const choice of choices) lists.set(keyOf(choice), [...(lists.get(keyOf(choice)) ?? []), choice]);
  return [...lists.values()];
}

function total(some: readonly Choice[], unit: (choice: Choice) => number = () => 1): string {
  return some.map((choice) => term(unit(choice), choice.name)).join(' ');
}

function term(factor: number, name: string): string {
  return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
}
