import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogue, explainRule } from '../../src/coverage/catalogue.ts';
import { RULES } from '../../src/coverage/rules/index.ts';
import { RULE_IDS } from '../../src/model/rule-ids.ts';
import { assessExample, everything } from './examples.ts';

/** Rules of our own, from no article. */
const OURS = [
  'expectation-broken',
  'expired',
  'expired-soon',
  'expired-waiver',
  'repeatedly-absent',
  'small-sessions',
];
const HEADINGS = ['strategy', 'reach', 'lifecycle', 'content', 'rhythm', 'time', 'follow-through'];

describe('the catalogue', () => {
  it('holds exactly the rules a workspace may name', () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual([...RULE_IDS].sort());
  });

  it('has one file for each rule, in the folder of its heading', () => {
    const files = HEADINGS.flatMap((heading) =>
      readdirSync(new URL(`../../src/coverage/rules/${heading}/`, import.meta.url)).map(
        (file) => `${heading}/${file}`,
      ),
    );
    expect(RULES.map(({ heading, id }) => `${heading}/${id}.ts`).sort()).toEqual(files.sort());
  });

  it('is in order of heading and id', () => {
    const keys = RULES.map(({ heading, id }) => `${HEADINGS.indexOf(heading)} ${id}`);
    expect(keys).toEqual([...keys].sort());
  });

  it.each(RULES)('$id says when, why and what to do', ({ id, sentence, why, fix, articles }) => {
    for (const text of [sentence, why, fix]) expect(text).toMatch(/^[“\p{Lu}].{20,}[.?!]$/su);
    if (OURS.includes(id)) return;
    expect(articles.length).toBeGreaterThan(0);
    for (const article of articles) expect(why).toContain(article);
  });

  it('implies only rules that exist, and never in a circle', () => {
    const implies = new Map(
      RULES.map(({ id, implies = [] }) => [id, implies.filter((other) => other !== id)]),
    );
    const reaches = (from: string, seen: readonly string[] = []): string[] =>
      (implies.get(from) ?? []).flatMap((to) =>
        seen.includes(to) ? [to] : [to, ...reaches(to, [...seen, from])],
      );
    for (const id of implies.keys()) {
      expect(implies.get(id)!.filter((other) => !implies.has(other))).toEqual([]);
      expect(reaches(id)).not.toContain(id);
    }
  });

  it('explains each rule with sources and examples that can be read as YAML', () => {
    expect(catalogue()).toHaveLength(RULES.length);
    expect(explainRule('no-such-rule')).toBeUndefined();
    for (const { id, sources, examples } of catalogue()) {
      if (!OURS.includes(id)) expect(sources.length).toBeGreaterThan(0);
      for (const text of Object.values(examples)) {
        expect(text).not.toMatch(/null|---/);
        const [yaml] = text.split(/# \w+\.csv\n/);
        expect(() => parse(yaml!)).not.toThrow();
      }
    }
    expect(explainRule('no-mantra')!.examples.fires).toBe('programme:\n  # no mantra\n');
  });
});

describe('the clean base', () => {
  it('has no finding at all', async () => {
    const { gaps, plan } = await assessExample('');
    expect(everything(gaps.findings).map(({ key, message }) => `${key} ${message}`)).toEqual([]);
    expect(plan.unscheduled).toEqual([]);
    expect(gaps.organisation.score).toBe(100);
  });
});

describe.each(RULES)('$id', ({ id, severity, examples }) => {
  it('fires', async () => {
    const { gaps, model } = await assessExample(examples.fires, examples.asOf);
    const own = everything(gaps.findings).filter(({ rule }) => rule === id);
    expect(own.length).toBeGreaterThan(0);
    for (const finding of own) {
      expect(finding.message).toMatch(/^[“\p{Lu}\d].*[.”]$/u);
      expect(finding.message).not.toMatch(/undefined|NaN|null|\[object/);
      expect(finding.pointer.length).toBeGreaterThan(0);
      expect(model.policy.rules.size).toBe(0);
    }
    expect(own.some((finding) => finding.severity === severity) || id === 'shift-uncovered').toBe(true);
  });

  it('stays silent', async () => {
    const { gaps } = await assessExample(examples.silent, examples.asOf);
    expect(everything(gaps.findings).filter(({ rule }) => rule === id)).toEqual([]);
  });
});
