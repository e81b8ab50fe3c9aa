/** What sessions mean by now, looked at module by module, is what the same workspace and plan give from scratch. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assessGaps } from '../../src/coverage/gaps.ts';
import type { Edit } from '../../src/coverage/patch.ts';
import { inOtherWords, modulesOf, reread } from '../../src/fix/content.ts';
import { loadChanged } from '../../src/fix/trial.ts';
import { exampleFiles } from '../coverage/examples.ts';
import { baseOf } from './base.ts';

const MODULES = ['our-mission', 'welcome', 'theme-huddle', 'warm-welcome', 'kind-invoices'];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  basics: [['what-and-why']],
  kind: ['tool', 'process', 'strategy'],
  outcome: ['Nobody waits.'],
  paid: [false],
  stages: ['all', 'own', ['keep']],
  strategy: ['We learn it so that nobody waits.'],
  themes: ['month', ['mission'], ['empathy', 'journey']],
  voices: [['regular'], ['first-call']],
};

const edit = fc
  .constantFrom(...Object.keys(VALUES))
  .chain((key) =>
    fc.record({
      key: fc.constant(key),
      module: fc.constantFrom(...MODULES),
      value: fc.constantFrom(...VALUES[key]!),
    }),
  )
  .map(({ key, module, value }): Edit => ({ pointer: ['modules', module, key], op: 'set', value }));

it('gaps of modules in other words are those from scratch', async () => {
  const base = await baseOf(exampleFiles(''));
  let differing = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const changed = await loadChanged(base, edits);
      if (!changed) return;
      const { gaps, plan, model } = inOtherWords(base, changed.model, modulesOf(edits));
      const all = new Set(changed.model.modules.keys());
      const afresh = assessGaps(changed.model, reread(changed.model, structuredClone(base.plan), all));
      expect(gaps).toEqual(afresh);
      expect(model).toEqual(changed.model);
      expect(assessGaps(changed.model, plan)).toEqual(afresh);
      if (JSON.stringify(gaps) !== JSON.stringify(base.gaps)) differing++;
    }),
    { numRuns: Number(process.env.CXPLAN_RUNS ?? 20) },
  );
  expect(differing).toBeGreaterThan(5);
});
