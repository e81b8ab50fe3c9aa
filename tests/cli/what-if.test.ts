/** Variants side by side: the numbers of plain runs, and every mistake told. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL } from '../fixtures.ts';
import { firm } from './folder.ts';
import { run } from './host.ts';

const COSTS = 'costs: { currency: EUR, people: 20, trainers: { hour: 40 } }\n';
const files = { 'cxplan.yaml': SMALL, 'costs.yaml': COSTS };

interface Figures {
  readonly score: number;
  readonly seats: { readonly asked: number; readonly placed: number };
  readonly sessions: number;
  readonly personHours?: number;
  readonly hours?: number;
  readonly cost: { readonly total: number };
  readonly findings: { readonly error: number; readonly warn: number };
}

/** A figure as `generate --json` and `what-if --json` both have it. */
const same = (of: Figures) => ({
  score: of.score,
  asked: of.seats.asked,
  placed: of.seats.placed,
  sessions: of.sessions,
  hours: Math.round(of.personHours ?? of.hours ?? 0),
  cost: of.cost.total,
  errors: of.findings.error,
  warnings: of.findings.warn,
});

describe('what-if', () => {
  it('shows the numbers of plain runs, from the same previous plan', async () => {
    const folder = firm({
      ...files,
      'variants/smaller.yaml': 'policy: { groupSize: 6 }\n',
      'variants/dearer.yaml': 'costs: { trainers: { hour: 90 } }\n',
    });
    await run(['generate', folder]);
    const before = readFileSync(join(folder, 'plan/plan.json'), 'utf8');
    const { code, out } = await run(['what-if', folder, '--json']);
    expect(code).toBe(0);
    const { base, variants } = JSON.parse(out);
    expect(variants.map(({ name }: { name: string }) => name)).toEqual(['dearer', 'smaller']);
    expect(readFileSync(join(folder, 'plan/plan.json'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'plan/variants'))).toBe(false);
    // The same changes written into the files.
    const edited = firm(files);
    cpSync(join(folder, 'plan'), join(edited, 'plan'), { recursive: true });
    const plain = async () => same(JSON.parse((await run(['generate', edited, '--json', '--dry-run'])).out));
    expect(same(base)).toEqual(await plain());
    writeFileSync(join(edited, 'cxplan.yaml'), `${SMALL}policy: { groupSize: 6 }\n`);
    expect(same(variants[1])).toEqual(await plain());
    expect(variants[1].added + variants[1].dropped + variants[1].moved).toBeGreaterThan(0);
    writeFileSync(join(edited, 'cxplan.yaml'), SMALL);
    writeFileSync(join(edited, 'costs.yaml'), COSTS.replace('hour: 40', 'hour: 90'));
    expect(same(variants[0])).toEqual(await plain());
    expect(variants[0]).toMatchObject({ moved: 0, added: 0, dropped: 0, opened: [], closed: [] });
    expect(variants[0].cost.total).toBeGreaterThan(base.cost.total);
  });

  it('tells what changes, opens and closes', async () => {
    const { out, err } = await run(['what-if', firm(files), '--set', 'modules.kind-invoices.voices=[]']);
    expect(out).toMatch(/^as it is .*EUR /m);
    expect(out).toMatch(/^voices \[\] /m);
    expect(out).toMatch(/modules\.kind-invoices\.voices: .*first-invoice-call.* → \[\]/);
    expect(out).toMatch(/opens {3}error no-voice:/);
    expect(err).toMatch(/no plan yet/);
  });

  it('draws a sweep', async () => {
    const { out } = await run(['what-if', firm(files), '--sweep', 'policy.groupSize=6..12:3', '--quiet']);
    expect(out.match(/^groupSize (6|9|12) +█* +100\.0 % of seats, score/gm)).toHaveLength(3);
  });

  it.each([
    [['--set', 'departments.store.maxAway=12%'], /no department "store"; did you mean "stores"\?/, 2],
    [
      ['--set', 'departments.stores.maxAwy=12%'],
      /--set departments\.stores\.maxAwy=12%:3:5[\s\S]*did you mean "maxAway"/,
      1,
    ],
    [['--set', 'departments.stores.maxAway=12'], /write 12 people, or 12%/, 1],
    [['--sweep', 'policy.groupSize=0..2'], /"groupSize" of the policy must be/, 1],
    [['--variant', 'nowhere.yaml'], /nowhere\.yaml cannot be read: it does not exist/, 2],
    [[], /nothing to compare: write a file such as .*variants\/more-away\.yaml/, 2],
    [['--set', 'policy'], /has no =/, 2],
  ])('%j is refused', async (flags, why, code) => {
    const ran = await run(['what-if', firm(files), ...flags]);
    expect(ran.err).toMatch(why);
    expect(ran.code).toBe(code);
    expect(ran.out).toBe('');
  });
});
