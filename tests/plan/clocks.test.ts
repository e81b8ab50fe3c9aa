/**
 * A plan made when British Columbia was still to turn its clocks back (zone data before 2026b), read by a cxplan that
 * knows better: what is to come keeps its local time and gets the right instant, what was held stays word for word.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { scratch } from '../output/scratch.ts';

const YAML = `
programme: { name: Coast, starts: 2026-10-05, ends: 2027-02-28, timezone: America/Vancouver, mantra: One. }
departments: { desk: { meetings: { huddle: { day: wed, at: "09:10", minutes: 15 } } } }
roles: { clerk: { department: desk, heads: 4, customerFacing: true } }
themes: { m: { months: [1, 2, 10, 11, 12] } }
modules: { h: { audience: everyone, format: huddle, minutes: 10, when: { every: week }, themes: month } }
`;

const DATA = '../../src/calendar/zones.gen.ts';

/** The command line with zone data in which Vancouver goes on as Los Angeles does. */
async function olderProgram() {
  vi.resetModules();
  const { ZONES } = await vi.importActual<typeof import('../../src/calendar/zones.gen.ts')>(DATA);
  const line = (name: string) => new RegExp(`^${name} .*$`, 'm').exec(ZONES)![0];
  const old = line('America/Los_Angeles').replace('America/Los_Angeles', 'America/Vancouver');
  vi.doMock(DATA, () => ({ RELEASE: '2025b', ZONES: ZONES.replace(line('America/Vancouver'), old) }));
  return (await import('../cli/host.ts')).run;
}

async function program() {
  vi.doUnmock(DATA);
  vi.resetModules();
  return (await import('../cli/host.ts')).run;
}

afterEach(() => {
  vi.doUnmock(DATA);
  vi.resetModules();
});

const planIn = (folder: string): Plan => JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'));
const confirmed = (plan: Plan) => plan.sessions.filter(({ status }) => status === 'confirmed');
const at = (plan: Plan, date: string) => confirmed(plan).find(({ start }) => start.startsWith(date))!;

describe('a plan made with other zone data', () => {
  it('keeps its local times and gets the right instants, each told as a change by the clocks', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'cxplan.yaml'), YAML);
    const run = await olderProgram();
    expect((await run(['generate', folder])).code).toBe(0);
    const old = planIn(folder);
    expect(old.made.zones).toBe('2025b');
    expect(at(old, '2027-01-13').startUtc).toBe('2027-01-13T17:10:00Z');

    const again = await program();
    const stale = await again(['verify', folder]);
    expect([stale.code, stale.out + stale.err]).toEqual([1, expect.stringContaining('2027-01-13T16:10:00Z')]);
    expect((await again(['check', folder, '--plan'])).out).toContain(
      'should be "2026-11-04T16:10:00Z" (zone data 2026f; the plan was made with 2025b)',
    );

    const { out } = await again(['generate', folder]);
    expect(out).toMatch(/17 sessions moved \(17 by zone data 2026f\); the other 4 stand as they were/);
    const plan = planIn(folder);
    expect(plan.made.zones).toBe('2026f');
    expect(at(plan, '2027-01-13')).toMatchObject({
      uid: at(old, '2027-01-13').uid,
      start: '2027-01-13T09:10',
      startUtc: '2027-01-13T16:10:00Z',
      endUtc: '2027-01-13T16:20:00Z',
      sequence: 1,
    });
    expect(at(plan, '2027-01-13').why.join()).toContain('Clocks: zone data 2026f');
    // Summer time has not ended yet: nothing to tell.
    expect(at(plan, '2026-10-14')).toEqual(at(old, '2026-10-14'));
    expect(confirmed(plan).map(({ uid, start, room }) => [uid, start, room])).toEqual(
      confirmed(old).map(({ uid, start, room }) => [uid, start, room]),
    );
    expect((await again(['verify', folder])).code).toBe(0);
    expect((await again(['check', folder, '--plan'])).out).not.toMatch(/startUtc|out of date/);
    const bytes = readFileSync(join(folder, 'plan/plan.json'), 'utf8');
    const { out: told } = await again(['generate', folder, '--verbose']);
    expect(told).toContain('with zone data 2026f (IANA)');
    expect(readFileSync(join(folder, 'plan/plan.json'), 'utf8')).toBe(bytes);
  });

  it('leaves what was held as it was told', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'cxplan.yaml'), YAML);
    const run = await olderProgram();
    await run(['generate', folder]);
    const old = planIn(folder);

    const again = await program();
    expect((await again(['generate', folder, '--as-of', '2027-01-14'])).code).toBe(0);
    const plan = planIn(folder);
    const held = (one: Plan) => confirmed(one).filter(({ start }) => start < '2027-01-14');
    expect(held(plan)).toEqual(held(old));
    expect(at(plan, '2027-01-20')).toMatchObject({ sequence: 1, startUtc: '2027-01-20T16:10:00Z' });
    expect((await again(['verify', folder])).code).toBe(0);
    expect((await again(['check', folder, '--plan'])).out).not.toMatch(/startUtc|out of date/);
  });
});
