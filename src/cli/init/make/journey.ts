/** `journey.yaml`: the stages of the pack, each touchpoint with the department that most likely answers for it. */
import type { Department, Firm } from '../firm.ts';
import type { PackTouchpoint } from '../packs.ts';
import { lines } from './lines.ts';

export interface OwnedTouchpoint {
  readonly stage: string;
  readonly touchpoint: string;
  readonly owner: string;
}

/** Who answers for what, in the order of the journey. */
export function ownedIn({ pack, departments }: Firm): OwnedTouchpoint[] {
  const front = departments.filter(({ jobs }) => jobs.some(({ customerFacing }) => customerFacing));
  const others = front.length > 0 ? front : departments;
  let turn = 0;
  return Object.entries(pack.stages).flatMap(([stage, { touchpoints }]) =>
    Object.entries(touchpoints).map(([touchpoint, asked]) => {
      const owner = likely(asked, departments) ?? others[turn++ % others.length]!;
      return { stage, touchpoint, owner: owner.id };
    }),
  );
}

/** The first department of which the earliest of the words is a part; of its name before its jobs'. */
function likely({ near }: PackTouchpoint, departments: readonly Department[]): Department | undefined {
  const has = (text: string, word: string) => new RegExp(`(?:^|[^\\p{L}])${word}`, 'iu').test(text);
  for (const word of near) {
    const found =
      departments.find(({ name }) => has(name, word)) ??
      departments.find(({ jobs }) => jobs.some(({ name }) => has(name, word)));
    if (found) return found;
  }
  return undefined;
}

export function journeyText(firm: Firm): string {
  const owners = new Map(ownedIn(firm).map(({ touchpoint, owner }) => [touchpoint, owner]));
  return [
    '# The customer’s way, from before they buy until after they leave, and who answers for each thing they touch.\n',
    '# Rename, add, take out: and see whether the owners are right.\n',
    'stages:\n',
    ...Object.entries(firm.pack.stages).map(([id, { name, phase, feeling, touchpoints }]) =>
      [
        `  ${id}:\n`,
        lines(2, { name, phase, feeling }),
        '    touchpoints:\n',
        lines(
          3,
          Object.fromEntries(
            Object.entries(touchpoints).map(([touchpoint, asked]) => [
              touchpoint,
              { name: asked.name, owner: owners.get(touchpoint) },
            ]),
          ),
        ),
      ].join(''),
    ),
  ].join('');
}
