/** What is tried among the sessions that stand is a plan that holds, and promises what planning again gives. */
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/coverage/patch.ts';
import { staffedHours } from '../../src/fix/staffed.ts';
import { changeOf, tryEdits } from '../../src/fix/trial.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { exampleFiles, planModel } from '../coverage/examples.ts';
import { baseOf, OPTIONS } from './base.ts';

const set = (pointer: Edit['pointer'], value: unknown): Edit => ({ pointer, op: 'set', value });
const TIGHT =
  'facilitators:\n  amira: { name: Amira, kind: trainer, hoursPerWeek: 1 }\n' +
  'modules:\n  warm-welcome: { led: trainer, when: { from: 2027-02-01, by: 2027-02-06 } }\n';

const TRIED: readonly [what: string, workspace: string, edits: readonly Edit[]][] = [
  ['more people', '', [set(['modules', 'kind-invoices', 'audience'], 'everyone')]],
  ['fewer people', '', [set(['modules', 'theme-huddle', 'audience'], { departments: ['office'] })]],
  [
    'parts',
    '',
    [set(['modules', 'warm-welcome', 'parts'], 2), set(['modules', 'warm-welcome', 'minutes'], 20)],
  ],
  ['a wider limit for those who found no place', TIGHT, [set(['facilitators', 'amira', 'hoursPerWeek'], 4)]],
  [
    'something about which it is, beside more people',
    '',
    [
      set(['modules', 'kind-invoices', 'audience'], 'everyone'),
      set(['modules', 'warm-welcome', 'paid'], false),
    ],
  ],
  [
    'a message',
    '',
    [set(['rituals', 'more'], { name: 'More', type: 'communication', when: { every: 'month' } })],
  ],
];

describe('a change tried among what stands', () => {
  it.each(TRIED)(
    '%s: breaks no constraint, and seats as many as planning again',
    async (_, workspace, edits) => {
      const base = await baseOf(exampleFiles(workspace));
      const tried = (await tryEdits(base, edits, OPTIONS))!;
      expect(tried.replanned).toBe(false);
      const broken = verifyPlan(tried.model, tried.plan).filter(
        ({ constraint }) => constraint !== 'document',
      );
      expect(broken.map(({ message }) => message)).toEqual([]);
      const again = await planModel(tried.model, base.plan.asOf);
      expect(tried.plan.score.unplaced).toBe(again.score.unplaced);
      expect(staffedHours(tried.plan)).toBeCloseTo(staffedHours(again), 0);
    },
  );

  it('leaves every session where it was that has no part in it', async () => {
    const base = await baseOf(exampleFiles(''));
    const tried = await tryEdits(base, [set(['modules', 'kind-invoices', 'audience'], 'everyone')], OPTIONS);
    const others = base.plan.sessions.filter(({ module }) => module !== 'kind-invoices');
    for (const session of others) expect(tried!.plan.sessions).toContain(session);
  });

  it('is planned again where sessions of others may have to give way', () => {
    expect(
      changeOf([set(['departments', 'office', 'shifts', 'day', 'hours'], '09:00-12:00')]),
    ).toBeUndefined();
    expect(changeOf([set(['policy', 'groupSize'], 6)])).toBeUndefined();
    expect(changeOf([set(['policy', 'minutesPerWeek'], 240)])).toEqual({ modules: new Set(), eased: true });
  });
});
