/**
 * Every rule sees what it is there for: on a clean example, one small thing is taken away, the year is planned again,
 * and that rule fires; nothing unrelated does, at error or warning.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessGaps } from '../src/coverage/gaps.ts';
import { RULES } from '../src/coverage/rules/index.ts';
import type { Finding } from '../src/model/made/gaps.ts';
import { planModel } from './coverage/examples.ts';
import { modelOfFiles } from './fixtures.ts';
import { MUTATIONS, type Mutation } from './mutations.ts';

const CLEAN = readFileSync(new URL('../examples/minimal/cxplan.yaml', import.meta.url), 'utf8');

/** What is found after the edits; what a finding implies by its rule's own word is folded under it. */
async function findings({ edits, files, asOf }: Mutation): Promise<readonly Finding[]> {
  let text = CLEAN;
  for (const [from, to, everywhere] of edits) {
    const times = text.split(from).length - 1;
    expect(everywhere ? times > 1 : times === 1, `${times} times in the example: ${from}`).toBe(true);
    text = text.replaceAll(from, () => to);
  }
  const model = await modelOfFiles({ 'cxplan.yaml': text, ...files });
  return assessGaps(model, await planModel(model, asOf)).findings;
}

describe('what is taken away from a clean example', () => {
  it('has one mutation for every rule', () => {
    expect(Object.keys(MUTATIONS).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it('is clean before', async () => {
    expect(await findings({ edits: [] })).toEqual([]);
  });

  it.each(Object.entries(MUTATIONS))('%s is seen, and nothing unrelated', async (rule, mutation) => {
    const found = await findings(mutation);
    expect(found.map((one) => one.rule)).toContain(rule);
    const others = found.filter((one) => one.rule !== rule && one.severity !== 'info');
    const related = mutation.with ?? {};
    expect([...new Set(others.map((one) => one.rule))].sort()).toEqual(Object.keys(related).sort());
    for (const reason of Object.values(related)) expect(reason).toMatch(/ .* /);
  });
});
