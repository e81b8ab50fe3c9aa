import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { planText } from './text.ts';

describe('plan text', () => {
  it('is JSON, whatever the names in it hold', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\\', '\n', '\u007f'),
    );
    const leaf = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)));
    const item = fc.record({ name: text, words: fc.array(text), leaf, leaves: fc.array(leaf) });
    fc.assert(
      fc.property(fc.array(item), text, (items, name) => {
        const plan = { version: 1, name, items };
        const written = JSON.parse(planText(plan as unknown as Plan));
        expect(written).toEqual(JSON.parse(JSON.stringify(plan)));
      }),
    );
  });

  it('writes every letter as JSON.stringify does', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const name = String.fromCharCode(code);
      const [, line] = planText({ name } as unknown as Plan).split('\n');
      if (line !== `  "name": ${JSON.stringify(name)}`) expect.fail(`U+${code.toString(16)}: ${line}`);
    }
  });
});
