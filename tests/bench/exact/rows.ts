/** Rows that every program of a small year has: one thing at a time, a week's minutes, what comes first. */
import type { Requirement } from '../../../src/demand/types.ts';
import { dayOf, weekOf } from './cost.ts';
import { byKey, ones, type Part, type Program } from './program.ts';

/** Something that may happen: a variable that is 1 when it does. */
export interface May {
  readonly name: string;
  readonly start: number;
  readonly minutes: number;
}

/** No more than `most` of them at any moment at which one begins. */
export function atOnce(program: Program, own: readonly May[], most: number): void {
  for (const at of new Set(own.map(({ start }) => start)))
    program.row(ones(own.filter(({ start, minutes }) => start <= at && start + minutes > at)), '<=', most);
}

/** At most so many minutes a week. */
export function weekly(program: Program, own: readonly May[], most: number): void {
  for (const week of byKey(own, ({ start }) => weekOf(start))) {
    const minutes = week.map((one): Part => [one.minutes, one.name]);
    program.row(minutes, '<=', most);
  }
}

/**
 * Of one group: who has taken a module by some start had taken what it builds on before that, some days earlier. It is
 * said of all starts up to one, which says more of halves of sessions than a row for each start alone.
 */
export function inOrder(
  program: Program,
  own: readonly (May & { readonly requirement: Requirement })[],
): void {
  for (const later of byKey(own, ({ requirement }) => requirement.id)) {
    for (const { module, atLeastDays } of later[0]!.requirement.module.after) {
      const needed = own.filter(({ requirement }) => requirement.module.id === module);
      for (const at of new Set(later.map(({ start }) => start))) {
        const before = needed.filter(
          ({ start, minutes }) => start + minutes <= at && dayOf(at) - dayOf(start) >= atLeastDays,
        );
        const without = before.map(({ name }): Part => [-1, name]);
        program.row([...ones(later.filter(({ start }) => start <= at)), ...without], '<=', 0);
      }
    }
  }
}
