import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/coverage/rules/index.ts';
import { offersFor } from '../../src/fix/offers.ts';
import { openedBy, tryEdits } from '../../src/fix/trial.ts';
import { everything, exampleFiles } from '../coverage/examples.ts';
import { baseOf, OPTIONS } from './base.ts';

/** Rules whose example nothing in the files could mend: no other voice, no time before the first day. */
const FOR_PEOPLE = new Set(['stale-voice', 'trainers-uncovered']);

describe.each(RULES)('$id', ({ id, examples, patches, forPeople }) => {
  it('offers a patch that holds for what fires, or says why only people can act', async () => {
    expect(patches !== undefined || forPeople !== undefined).toBe(true);
    if (forPeople) expect(forPeople).toMatch(/^\p{Lu}.{20,}\.$/u);
    if (!patches) return;
    const base = await baseOf(exampleFiles(examples.fires), examples.asOf);
    const own = everything(base.gaps.findings).filter(({ rule }) => rule === id);
    const { offers, left } = await offersFor(base, own, OPTIONS);
    if (FOR_PEOPLE.has(id)) {
      expect(left.map((one) => one.forPeople)).toEqual(own.map(() => forPeople));
      return;
    }
    expect(left.map(({ finding }) => finding.key)).toEqual([]);
    expect(offers.length).toBeGreaterThan(0);
    for (const { finding, patch, closes, score } of offers) {
      const again = await tryEdits(base, patch.edits, OPTIONS);
      expect(again!.loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(closes.includes(finding.key) || score.after > score.before).toBe(true);
      expect(openedBy(base.gaps, again!.gaps)).toEqual([]);
      expect(patch.title).toMatch(/^[“\p{Lu}\d][^\n]{10,}$/u);
      expect(JSON.stringify(patch)).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
