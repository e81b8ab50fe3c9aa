/**
 * What cxplan itself says, in every report and on the terminal, is about what is planned. That training makes customers
 * do or feel something is nobody's to promise: where a rule's reason says so, it is an article that is named with it.
 * The workspace's own words (an outcome, a strategy) are its owner's; here they are neutral, so that none is seen.
 */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../src/coverage/catalogue.ts';
import { run } from './cli/host.ts';
import { contents } from './output/scratch.ts';

/** Words with which a cause is claimed. */
const CAUSAL =
  /\b(?:will|would|can|does|did) (?:make|cause|improve|increase|raise|reduce|lower|boost)\b|\b(?:improv(?:e|es|ed|ing)|increas(?:es|ed|ing)|rais(?:es|ed|ing)|boost(?:s|ed|ing)?|reduc(?:es|ed|ing)|driv(?:es|ing)|guarante(?:e|es|ed)|prov(?:es|en|ed)|thanks to|leads? to|led to|results? in|resulted in|caus(?:e|es|ed|ing)|pays? off|return on investment|ROI|NPS)\b|\b(?:customers?|people|riders?) (?:are|become|feel|get|stay) (?:happier|more loyal|more satisfied|better)\b|\b(?:happier|more loyal|more satisfied) customers?\b|\b(?:have|has|had) learn(?:ed|t)\b/giu;

/** The sentence in which nothing is claimed. */
const PLANNED = 'This is what is planned: seats in sessions, not what anybody has learned.';
const STATED = /not what anybody has learned/;

const TEXT = readFileSync(new URL('../examples/minimal/cxplan.yaml', import.meta.url), 'utf8')
  .replace(/outcome: (?:"[^"]*"|[^,}"]+)/g, 'outcome: Noticed.')
  // Gaps of all kinds, so that their words are in the reports.
  .replace('  mantra: Nobody walks home.\n', '')
  .replace('touchpoints: [bill], voices: [ride-home], ', '')
  .replace('when: { every: fortnight }', 'when: { every: quarter }')
  .replace('joiners: 2,', 'joiners: 2, expect: { longestSilenceDays: 7 },');

let folder: string;
const outputs = new Map<string, string>();

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cxplan-claims-')));
  writeFileSync(join(folder, 'cxplan.yaml'), TEXT);
  const commands = [
    ['generate', folder],
    ['gaps', folder],
    ['check', folder],
    ['walk', 'mechanic', folder],
    ['walk', 'mechanic', folder, '--joiner'],
    ['walk', 'bookkeeper', folder],
    ['explain', 'shop', '-w', folder],
    ['explain', 'mechanic.main.day.1', '-w', folder],
    ['verify', folder],
    ['rules'],
  ];
  for (const argv of commands) {
    const { code, out, err } = await run(argv);
    expect(code, `${argv[0]}: ${err}`).toBeLessThan(2);
    if (argv[0] === 'generate') expect(err + out).not.toMatch(/^error (?:unknown|wrong)/m);
    outputs.set(argv.join(' ').replace(folder, '.'), out + err);
  }
  for (const [path, text] of Object.entries(contents(join(folder, 'plan')))) {
    if (/\.(?:md|csv|ics)$/.test(path)) outputs.set(path, String(text));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reasons of rules, each of which names its article. */
function withoutReasons(text: string): string {
  return catalogue().reduce((rest, { why }) => rest.replaceAll(why, ''), text.replace(/\r\n /g, ''));
}

describe('what is claimed', () => {
  it('would be seen', () => {
    for (const claim of [
      'This will improve satisfaction.',
      'Coaching leads to fewer complaints.',
      'Customers are happier.',
      'The shop has learned empathy.',
      'a boost, proven by NPS',
    ]) {
      expect(claim.match(CAUSAL)).not.toBeNull();
    }
    expect('34 sessions are planned for 11 people.'.match(CAUSAL)).toBeNull();
  });

  it('is nothing of causes, in any output', () => {
    expect(outputs.size).toBeGreaterThan(20);
    for (const [name, text] of outputs) {
      const claims = withoutReasons(text).replaceAll(PLANNED, '').match(CAUSAL) ?? [];
      expect(claims, name).toEqual([]);
    }
  });

  it('is nothing of ours in the rules: what an article argues is said to be its argument', () => {
    for (const { id, sentence, fix, why, sources } of catalogue()) {
      expect(`${sentence} ${fix}`.match(CAUSAL), id).toBeNull();
      if (why.match(CAUSAL))
        expect(
          sources.some(({ article }) => why.includes(article)),
          id,
        ).toBe(true);
    }
  });

  it('of Thunderbird is what a year with it showed: a file again brings what is new, an address follows', () => {
    const pages = [
      'README.md',
      ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
    ];
    const texts = [...pages.map((path) => readFileSync(path, 'utf8')), outputs.get('README.md')!];
    const said = texts.flatMap((text) =>
      text.split('\n').filter((line) => /^[|-] ?.*Thunderbird/.test(line)),
    );
    expect(said).toHaveLength(2);
    for (const line of said) {
      expect(line).toMatch(/takes new (?:events|sessions) only/);
      expect(line).toMatch(/moved.* (?:stay|stays) /);
      expect(line).toMatch(/On the network.* follows .*exactly/);
    }
    // Nowhere else is anything said of it, but that it was tried.
    for (const line of texts.flatMap((text) => text.split('\n')))
      if (line.includes('Thunderbird') && !said.includes(line))
        expect(line).toMatch(/^A test lives through a year/);
  });

  it('is said in every page, and wherever a score is told on the terminal', () => {
    const pages = [...outputs].filter(([name]) => name.endsWith('.md') || /^(?:gaps|walk)/.test(name));
    expect(pages.length).toBeGreaterThan(7);
    for (const [name, text] of pages)
      if (!/\.(?:json|csv|ics)$/.test(name)) expect(text, name).toMatch(STATED);
  });
});
