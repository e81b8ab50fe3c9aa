import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { combine } from '../../src/fix/combine.ts';
import { gainPerHour, type Offer, offersFor } from '../../src/fix/offers.ts';
import { thoseThatGoTogether } from '../../src/fix/together.ts';
import { openedBy, type TrialBase, tryEdits } from '../../src/fix/trial.ts';
import type { Finding } from '../../src/model/made/gaps.ts';
import { exampleFiles } from '../coverage/examples.ts';
import { baseOf, OPTIONS } from './base.ts';

async function offered(changes: string, rule: string) {
  const base = await baseOf(exampleFiles(changes));
  const findings = base.gaps.findings.filter((finding) => finding.rule === rule);
  expect(findings.length).toBeGreaterThan(0);
  return { base, ...(await offersFor(base, findings, OPTIONS)) };
}

/** Keys and texts exchanged, everywhere. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [names.get(key) ?? key, renamed(item, names)]),
  );
}

describe('patches that are offered', () => {
  it('take the piece of the library that fits, with consent to the end', async () => {
    const { offers } = await offered(
      'voices:\n' +
        '  old: { type: recording, stages: [buy], themes: [empathy], recorded: 2025-01-01 }\n' +
        '  ending: { type: recording, stages: [buy], themes: [empathy], recorded: 2026-09-01, consentUntil: 2027-01-20 }\n' +
        '  letter: { name: A letter that hurt, type: testimonial, stages: [buy], recorded: 2026-09-01 }\n' +
        'modules:\n  kind-invoices: { voices: [] }\n',
      'no-voice',
    );
    expect(offers[0]!.patch.edits).toEqual([
      { pointer: ['modules', 'kind-invoices', 'voices'], op: 'add', value: 'letter' },
    ]);
    expect(offers[0]!.patch.title).toContain('A letter that hurt');
  });

  it('exchange a stale voice for one that fits, else leave it to people', async () => {
    const stale = 'voices:\n  first-call: { consentUntil: 2027-06-30 }\n';
    const other = '  call: { type: recording, themes: [mission, empathy, journey], recorded: 2026-09-01 }\n';
    expect((await offered(stale, 'stale-voice')).left[0]!.forPeople).toMatch(/renewed/);
    const { offers } = await offered(
      `${stale}${other}modules:\n  theme-huddle: { stages: [buy], themes: [empathy] }\n`,
      'stale-voice',
    );
    expect(offers[0]!.closes).toContain('stale-voice:voice=first-call');
  });

  it('teach a trainer before the first session they lead, where there is time', async () => {
    const { offers } = await offered(
      'facilitators:\n  nora: { kind: champion, role: shop-manager }\n' +
        'modules:\n' +
        '  opening-talk: { audience: { departments: [office] }, format: talk, room: false, minutes: 20, when: { from: 2027-01-18, by: 2027-01-18 }, themes: [mission], voices: [first-call] }\n' +
        '  coach-leaders: { when: { from: 2027-02-01, by: 2027-03-12 } }\n' +
        '  our-mission: { when: { from: 2027-02-01, by: 2027-02-12 } }\n' +
        '  theme-huddle: { when: { every: fortnight, from: 2027-01-25 } }\n',
      'trainers-uncovered',
    );
    expect(offers[0]!.patch.title).toMatch(/before they lead/);
  });

  it('raise what the planner found too tight: a trainer’s hours, the share that may be away', async () => {
    const trainer = await offered(
      'facilitators:\n  amira: { name: Amira (north), kind: trainer, hoursPerWeek: 1 }\n' +
        'modules:\n  warm-welcome: { led: trainer, when: { from: 2027-02-01, by: 2027-02-06 } }\n',
      'unscheduled',
    );
    expect(trainer.offers[0]!.patch.edits).toEqual([
      { pointer: ['facilitators', 'amira', 'hoursPerWeek'], op: 'set', value: 2 },
    ]);
    expect(trainer.offers[0]!.patch.note).toBe('Ask Amira (north) first.');
    const floor = await offered(
      'departments:\n  office: { maxAway: 25% }\n' +
        'modules:\n  kind-invoices: { minutes: 120, hours: 09:00-13:00, when: { from: 2027-02-02, by: 2027-02-02 } }\n',
      'unscheduled',
    );
    expect(floor.offers[0]!.patch.edits).toEqual([
      { pointer: ['modules', 'kind-invoices', 'maxAway'], op: 'set', value: '50%' },
    ]);
    expect(floor.offers[0]!.people).toBeGreaterThan(0);
  });

  it('let so many go together that a session is worth its hour', async () => {
    const { base, offers } = await offered(
      'modules:\n  warm-welcome: { maxAway: 20%, seats: { min: 3, max: 8 } }\n',
      'small-sessions',
    );
    const [{ patch }] = offers as [Offer];
    expect(patch.edits).toMatchObject([{ pointer: ['modules', 'warm-welcome', 'maxAway'], op: 'set' }]);
    expect(patch.note).toContain('cxplan generate --fresh');
    const sessions = ({ plan }: Pick<TrialBase, 'plan'>) =>
      plan.sessions.filter(({ module }) => module === 'warm-welcome');
    const after = (await tryEdits(base, patch.edits, { ...OPTIONS, fresh: true }))!;
    expect(Math.min(...sessions(base).map(({ heads }) => heads))).toBeLessThan(3);
    expect(Math.min(...sessions(after).map(({ heads }) => heads))).toBeGreaterThanOrEqual(3);
    expect(sessions(after).length).toBeLessThan(sessions(base).length);
  });

  it('are not offered when they open another gap', async () => {
    const { base, offers } = await offered('modules:\n  kind-invoices: { voices: [] }\n', 'no-voice');
    const bad = { pointer: ['modules', 'kind-invoices', 'paid'], op: 'set' as const, value: false };
    const trial = await tryEdits(base, [...offers[0]!.patch.edits, bad], OPTIONS);
    expect(openedBy(base.gaps, trial!.gaps).map(({ key }) => key)).toEqual(['unpaid:module=kind-invoices']);
    const invalid = { ...bad, value: 'perhaps' };
    expect(await tryEdits(base, [invalid], OPTIONS)).toBeUndefined();
  });

  it('read ids that YAML would take for something else', async () => {
    const ids = {
      'kind-invoices': 'null',
      office: '1e3',
      bookkeeper: 'true',
      invoice: 'yes',
      buy: 'no',
    };
    const text = exampleFiles('modules:\n  kind-invoices: { voices: [], touchpoints: [] }\n')['cxplan.yaml']!;
    const hostile = stringify(renamed(parse(text, { schema: 'core' }), new Map(Object.entries(ids))), {
      schema: 'core',
    });
    const base = await baseOf({ 'cxplan.yaml': hostile });
    const { offers, left } = await offersFor(base, base.gaps.findings, OPTIONS);
    expect(left).toEqual([]);
    expect(offers.flatMap(({ closes }) => closes)).toEqual(
      expect.arrayContaining([
        'no-voice:module=null',
        'touchpoint-gap:department=1e3,role=true,touchpoint=yes',
      ]),
    );
    const { edits } = combine(offers);
    const trial = await tryEdits(base, edits, OPTIONS);
    expect(trial!.gaps.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('keep every comment and every line that they do not change', async () => {
    const text = readFileSync(new URL('../coverage/base.yaml', import.meta.url), 'utf8').replace(
      '    voices: [first-call]\n    outcome: A customer understands',
      '    outcome: A customer understands',
    );
    const base = await baseOf({ 'cxplan.yaml': text });
    const { offers } = await offersFor(base, base.gaps.findings, OPTIONS);
    expect(offers).toHaveLength(1);
    const made = base.editor.edit(offers[0]!.patch.edits).get('cxplan.yaml')!.split('\n');
    const before = text.split('\n');
    const added = made.filter((line) => !before.includes(line));
    expect(made.filter((line) => !added.includes(line))).toEqual(before);
    expect(added).toHaveLength(1);
  });
});

describe('ranking and combining', () => {
  const offer = (value: unknown, more: Partial<Offer> = {}): Offer => ({
    finding: { key: 'x', severity: 'warn' } as Finding,
    patch: { title: 'X', edits: [{ pointer: ['modules', 'a', 'minutes'], op: 'set', value }] },
    files: [],
    closes: [],
    score: { before: 80, after: 81 },
    people: 1,
    hours: 4,
    ...more,
  });

  it('counts score points for each hour, and less than an hour as one', () => {
    expect(gainPerHour(offer(1))).toBe(0.25);
    expect(gainPerHour(offer(1, { hours: 0 }))).toBe(1);
    expect(gainPerHour(offer(1, { score: { before: 80, after: 80.01 } }))).toBe(0);
  });

  it('makes the same edit once and leaves out what would undo another', () => {
    const [a, same, other] = [offer(10), offer(10), offer(20)];
    const { edits, taken, clashing } = combine([a, same, other]);
    expect(edits).toEqual(a.patch.edits);
    expect(taken).toEqual([a, same]);
    expect(clashing).toEqual([other]);
  });

  it('adds to one list for several findings', async () => {
    const { base, offers } = await offered(
      'modules:\n  welcome: { basics: [what-and-why, my-role] }\n',
      'basics-missing',
    );
    expect(offers.length).toBeGreaterThan(1);
    const { edits } = combine(offers);
    const made = base.editor.edit(edits).get('cxplan.yaml')!;
    const trial = await tryEdits(base, edits, OPTIONS);
    expect(made).toMatch(/my-role\n\s+- listen-and-act\n\s+- outcomes/);
    expect(trial!.gaps.findings.filter(({ rule }) => rule === 'basics-missing')).toEqual([]);
  });

  it('takes in turn those that hold together; each may hold alone', async () => {
    const base = await baseOf(
      exampleFiles('modules:\n  theme-huddle: { audience: { departments: [shop] } }\n'),
    );
    // Three quarters of an hour in a meeting of fifteen minutes.
    const huddle = (id: string): Offer =>
      offer(0, {
        finding: { key: id, severity: 'warn' } as Finding,
        patch: {
          title: id,
          edits: [
            {
              pointer: ['modules', id],
              op: 'set',
              value: {
                audience: { departments: ['office'] },
                format: 'huddle',
                minutes: 15,
                when: { date: '2027-02-01' },
                themes: ['empathy'],
                voices: ['testimonial'],
              },
            },
          ],
        },
      });
    const all = ['one', 'two', 'three'].map(huddle);
    for (const { patch } of all) {
      expect(openedBy(base.gaps, (await tryEdits(base, patch.edits, OPTIONS))!.gaps)).toEqual([]);
    }
    expect(openedBy(base.gaps, (await tryEdits(base, combine(all).edits, OPTIONS))!.gaps)).not.toEqual([]);
    expect(await thoseThatGoTogether(base, all, OPTIONS)).toEqual([all[0]]);
  });
});
