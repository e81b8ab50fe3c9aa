/** `cxplan explain`: every cause it names is true, down to the line; every figure of a score adds up. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gaps } from '../../src/model/made/gaps.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import { run } from './host.ts';

const MINIMAL = readFileSync(new URL('../../examples/minimal/cxplan.yaml', import.meta.url), 'utf8');
/** Bills are taught without a voice, on two days on which Rosa is not there on the second; half the huddles are silent. */
const TEXT = MINIMAL.replace(
  'when: { from: 2027-02-01, by: 2027-04-30 }, themes: [empathy], stages: [pay], touchpoints: [bill], voices: [ride-home]',
  'when: { from: 2027-02-02, by: 2027-02-03 }, themes: [empathy], stages: [pay], touchpoints: [bill]',
)
  .replace(
    'stages: own, tags: [mission, discussion], voices: [testimonial]',
    'tags: [mission, discussion], voices: [testimonial]',
  )
  .replace('totalDays: 20 }', 'totalDays: 20, away: [{ from: 2027-02-03, to: 2027-02-03 }] }');
/** Two hours before midnight are all there is. */
const NIGHT = `
programme: { name: Bread, starts: 2027-02-01, ends: 2027-02-28, timezone: Europe/Dublin }
departments: { bakery: { shifts: { night: { days: mon-fri, hours: 22:00-06:00 } }, maxAway: 100% } }
roles: { baker: { department: bakery, heads: 4 } }
modules:
  bread: { audience: everyone, format: workshop, room: false, minutes: 120, hours: 22:00-24:00, when: { from: 2027-02-01, by: 2027-02-05 } }
facilitators:
  ada: { kind: trainer, days: mon-fri, hours: 22:00-24:00 }
`;
const LINES = TEXT.split('\n');

let folder: string;
let plan: Plan;
let gaps: Gaps;
const explain = async (id: string) => (await run(['explain', id, '-w', folder])).out;
const data = async (id: string) => JSON.parse((await run(['explain', id, '-w', folder, '--json'])).out);

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cxplan-explain-')));
  writeFileSync(join(folder, 'cxplan.yaml'), TEXT);
  await run(['generate', folder, '--quiet']);
  plan = JSON.parse(readFileSync(join(folder, 'plan', 'plan.json'), 'utf8'));
  gaps = JSON.parse(readFileSync(join(folder, 'plan', 'gaps.json'), 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The text that stands at each place an answer names. */
function places(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([a-z]+(?:\.[\w-]+)+) \(cxplan\.yaml:(\d+):(\d+)\)/g)].map(
      ([, pointer, line, column]) => [pointer!, LINES[Number(line) - 1]!.slice(Number(column) - 1)],
    ),
  );
}

describe('a session', () => {
  it('leads down to the lines that ask for it and seat its people', async () => {
    const text = await explain(plan.sessions.find(({ module }) => module === 'kind-bills')!.id);
    const at = places(text);
    expect(at.get('modules.kind-bills.when')).toMatch(/^\{ from: 2027-02-02, by: 2027-02-03 \}/);
    expect(at.get('modules.kind-bills.audience')).toMatch(/^\{ roles: \[bookkeeper\] \}/);
    expect(at.get('roles.bookkeeper.heads')).toMatch(/^4/);
    expect(at.get('facilitators.rosa')).toMatch(/^\{ name: Rosa Quinn/);
    expect(text).toContain('it may be held from 2027-02-02 to 2027-02-03');
  });

  it('counts the starts that were possible: the second day is out, because nobody can lead it', async () => {
    const { starts } = await data(plan.sessions.find(({ module }) => module === 'kind-bills')!.id);
    // Back office is there from 09:00 to 17:00: 45 minutes fit from 09:00 to 16:15, every quarter of an hour.
    expect(starts.of).toBe(2 * 30);
    const hours = starts.reasons.find(
      ({ constraint }: { constraint: string }) => constraint === 'facilitator-hours',
    );
    expect(hours).toMatchObject({ excluded: 30, of: 60 });
    expect(starts.free).toBeGreaterThan(0);
    expect(starts.free).toBeLessThanOrEqual(30);
  });

  it('may last to the end of its day', async () => {
    const night = mkdtempSync(join(tmpdir(), 'cxplan-night-'));
    try {
      writeFileSync(join(night, 'cxplan.yaml'), NIGHT);
      await run(['generate', night, '--quiet', '--only', 'json']);
      const { out } = await run(['explain', 'bread.once.baker.main.night.1.1', '-w', night]);
      expect(out).toMatch(/when {5}2027-02-0\d 22:00 to 24:00, Europe\/Dublin/);
    } finally {
      rmSync(night, { recursive: true });
    }
  });

  it('is found by its calendar identity too', async () => {
    const [session] = plan.sessions;
    expect(await explain(session!.uid)).toBe(await explain(session!.id));
  });
});

describe('a gap', () => {
  it('names its cells, its sessions and its lines', async () => {
    const text = await explain('no-voice:module=kind-bills');
    expect(text).toMatch(/^error no-voice: “Bills people understand”/);
    expect(text).toContain('Why it matters');
    expect(text).toContain(plan.sessions.find(({ module }) => module === 'kind-bills')!.id);
    expect(places(text).get('modules.kind-bills')).toMatch(/^\{ name: Bills people understand/);
  });

  it('has an answer for every key of the report', async () => {
    const keys = gaps.findings.flatMap(({ key, implied = [] }) => [key, ...implied.map((one) => one.key)]);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(await data(key)).toMatchObject({ key });
  });
});

describe('a score', () => {
  it('adds up, cell by cell, to the final number', async () => {
    const { scored } = await data('back-office');
    expect(scored).toEqual(gaps.departments.find(({ id }) => id === 'back-office'));
    expect(scored.score).toBeLessThan(100);
    const text = await explain('back-office');
    expect(text).toMatch(
      /Pay: 4 ÷ 4 = 1 \(at least 0\.9, full, halved: no customer’s voice in it\), credit 0\.5/,
    );
    const [, sum, shown] = /100 × \((.*)\) ÷ \(0\.4 \+ 0\.25 \+ 0\.15\) = ([\d.]+)/.exec(text)!;
    const total = sum!.split(' + ').reduce(
      (all, term) =>
        all +
        term
          .split(' × ')
          .map(Number)
          .reduce((a, b) => a * b),
      0,
    );
    expect(((100 * total) / 0.8).toFixed(1)).toBe(shown);
    expect(shown).toBe(scored.score.toFixed(1));
  });

  it.each(['shop', 'mechanic', 'main'])('%s is explained', async (id) => {
    expect(await explain(id)).toMatch(
      /; coverage [\d.]+ of 100 planned, all \d+ seats placed\n[\s\S]*Rhythm \(R, weight 0\.15\)[\s\S]*Score\n/,
    );
  });
});

describe('a group', () => {
  it('meets what the plan seats it in', async () => {
    const [group] = plan.groups;
    const text = await explain(group!.id);
    const own = plan.sessions.filter(({ attendees }) => attendees.some((one) => one.group === group!.id));
    expect(text).toContain(`What it meets (${own.length} sessions)`);
    for (const { start } of own) expect(text).toContain(start.replace('T', ' '));
  });
});

describe('what there is no answer for', () => {
  it.each([
    ['kind-bills', "'kind-bills' is a module", 'sessions.csv has the ids of its sessions'],
    [
      'rosa',
      "'rosa' is a facilitator",
      'explain takes a rule, the key of a gap, a constraint, a term, a session',
    ],
  ])('%s is known, and said to be', async (id, ...said) => {
    const { code, err } = await run(['explain', id, '-w', folder]);
    expect(code).toBe(2);
    for (const text of said) expect(err).toContain(text);
  });
});

describe('a typo', () => {
  it.each([
    ['mechanik', 'mechanic'],
    ['bookkeeper.main.day.2', 'bookkeeper.main.day.1'],
    ['no-voice:module=kind-bill', 'no-voice:module=kind-bills'],
    ['no-voise', 'the rule'],
  ])('%s: did you mean …', async (typo, meant) => {
    const { code, err } = await run(['explain', typo, '-w', folder]);
    expect(code).toBe(2);
    expect(err).toMatch(`did you mean ${meant === 'the rule' ? "the rule 'no-voice'" : `'${meant}'`}?`);
  });
});
