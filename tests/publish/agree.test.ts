/** A plan that was agreed: notice holds from then on, and whoever agreed hears what has changed since. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { hashOfPlan } from '../../src/plan/published.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { SMALL } from '../fixtures.ts';
import { contents } from '../output/scratch.ts';

describe('cxplan publish', () => {
  it('notes the plan as agreed, once, and what changes afterwards is told to those it concerns', async () => {
    const folder = firm();
    const plan = (name = 'plan.json'): Plan => JSON.parse(readFileSync(join(folder, 'plan', name), 'utf8'));
    expect((await run(['publish', folder])).err).toContain('run cxplan generate first');
    await run(['generate', folder, '--quiet']);
    const draft = plan();
    expect((await run(['publish', folder, '--dry-run'])).out).toContain('Would note the plan of 2027-01-03');
    expect(plan()).toEqual(draft);

    const agreed = await run(['publish', folder, '--as-of', '2026-12-01']);
    expect([agreed.code, agreed.out]).toEqual([
      0,
      expect.stringContaining('Agreed: the plan of 2027-01-03.'),
    ]);
    expect(plan().published).toEqual({ asOf: '2026-12-01', hash: hashOfPlan(plan()) });
    expect(plan('published.json')).toEqual(plan());
    expect(plan()).toEqual({ ...draft, made: { ...draft.made, dated: true }, published: plan().published });
    expect((await run(['publish', folder])).out).toContain('agreed already (2026-12-01)');

    // Nothing has changed: not a byte is another, and there is nothing to tell.
    const text = readFileSync(join(folder, 'plan/plan.json'), 'utf8');
    await run(['generate', folder, '--quiet']);
    expect(readFileSync(join(folder, 'plan/plan.json'), 'utf8')).toBe(text);
    expect(existsSync(join(folder, 'plan/agreed'))).toBe(false);

    writeFileSync(join(folder, 'cxplan.yaml'), SMALL.replace('Invoices people understand', 'Kind invoices'));
    expect((await run(['publish', folder])).err).toContain('is out of date');
    await run(['generate', folder, '--quiet']);
    expect(plan().published).toEqual({ asOf: '2026-12-01', hash: expect.any(String) });
    expect(readFileSync(join(folder, 'plan/agreed/departments/finance.md'), 'utf8')).toContain(
      'Kind invoices',
    );
    expect(existsSync(join(folder, 'plan/agreed/departments/stores.md'))).toBe(false);
    expect((await run(['diff', '--since', 'published', '-w', folder])).code).toBeLessThan(2);
  });

  it('agrees to nothing, and writes nothing, where any of the targets refuses', async () => {
    const folder = firm();
    await run(['generate', folder, '--quiet']);
    const before = contents(folder);
    const csv = join(folder, '../csv');
    for (const [flags, says] of [
      [['--invitations', join(folder, '../letters')], '--invitations needs a roster with addresses'],
      [['--caldav', 'http://127.0.0.1:9/ana/plan/'], '127.0.0.1:9'],
      [['--caldav', 'http://example.org/'], 'takes an https address'],
      [['--caldav', 'https://example.org/', '--calendar', 'rooms/none'], 'is none of this plan'],
    ] as const) {
      const { code, out, err } = await run(['publish', folder, '--google', csv, ...flags]);
      expect([code, out, err]).toEqual([2, '', expect.stringContaining(says)]);
      expect(err).not.toContain('agreed');
      expect(existsSync(csv)).toBe(false);
    }
    expect(contents(folder)).toEqual(before);
  });

  it('says that the plan is agreed where what follows fails', async () => {
    const folder = firm();
    await run(['generate', folder, '--quiet']);
    const csv = join(folder, '../csv');
    mkdirSync(join(csv, 'all.europe-london.csv'), { recursive: true });
    const failed = await run(['publish', folder, '--google', csv]);
    expect([failed.code, failed.err]).toEqual([
      2,
      expect.stringContaining('The plan is noted as agreed, but'),
    ]);
    rmSync(csv, { recursive: true });
    expect(await run(['publish', folder, '--google', csv])).toMatchObject({ code: 0, err: '' });
    expect(existsSync(join(csv, 'all.europe-london.csv'))).toBe(true);
  });

  it('writes Google’s CSV, and invitations where there are addresses', async () => {
    const roster =
      'id,role,site,email\n1,credit-controller,leeds,ana@small.example\n2,credit-controller,leeds,\n';
    const withPeople = (yaml: string) =>
      yaml.replace('programme:\n', 'programme:\n  people: people.csv\n  organizer: training@small.example\n');
    const folder = firm({ 'cxplan.yaml': withPeople(SMALL), 'people.csv': roster });
    const made = await run(['generate', folder, '--quiet']);
    expect([made.code, made.err]).toEqual([0, '']);
    const csv = join(folder, 'csv');
    expect((await run(['publish', folder, '--google', csv, '--quiet'])).code).toBe(0);
    expect(readFileSync(join(csv, 'all.europe-london.csv'), 'utf8')).toMatch(/^Subject,Start Date,/);

    const letters = join(folder, 'letters');
    const first = await run(['publish', folder, '--invitations', letters]);
    expect(first.code).toBe(0);
    expect(first.err).toContain('1 person has no address in the roster and no invitation.\n');
    expect(first.out).toMatch(/^\d+ invitations and 0 cancellations in .*Nothing was mailed\.\n$/);
    const mine = join(letters, '1/kind-invoices.once.credit-controller.leeds.day.1.1.ics');
    const unfolded = () => readFileSync(mine, 'utf8').replace(/\r\n /g, '');
    expect(unfolded()).toContain('METHOD:REQUEST\r\n');
    expect(unfolded()).toContain('ORGANIZER:mailto:training@small.example\r\n');
    expect(unfolded()).toContain('RSVP=TRUE:mailto:ana@small.example\r\n');
    expect((await run(['publish', folder, '--invitations', letters])).out).toContain('; 0 files are new');

    writeFileSync(
      join(folder, 'cxplan.yaml'),
      withPeople(SMALL)
        .replace(/ {2}kind-invoices:[\s\S]*?(?=\nfacilitators)/, '')
        .replace(/\nfacilitators:[\s\S]*/, '\n'),
    );
    const again = await run(['generate', folder, '--quiet', '--as-of', '2027-01-20']);
    expect(again.err).toBe('');
    await run(['publish', folder, '--invitations', letters]);
    expect(unfolded()).toMatch(/METHOD:CANCEL\r\n[\s\S]*SEQUENCE:1\r\n[\s\S]*STATUS:CANCELLED/);
  });

  it('refuses where a run was stopped among the files of two plans, and so does the gate', async () => {
    const folder = firm();
    await run(['generate', folder, '--quiet']);
    const { files } = JSON.parse(readFileSync(join(folder, 'plan/.cxplan-manifest.json'), 'utf8'));
    const doubt = { ...files, 'calendars/all.ics': [files['calendars/all.ics'], `sha256:${'0'.repeat(64)}`] };
    writeFileSync(join(folder, 'plan/.cxplan-journal.json'), JSON.stringify({ version: 1, files: doubt }));
    const refused = await run(['publish', folder]);
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('holds files of two plans, for a run was stopped'),
    ]);
    expect((await run(['check', folder, '--plan'])).out).toContain(
      'A run was stopped while it wrote the plan',
    );
    // Whoever writes only some of the files ends nothing; whoever writes all of them does.
    await run(['generate', folder, '--quiet', '--only', 'json']);
    expect((await run(['publish', folder])).code).toBe(2);
    await run(['generate', folder, '--quiet']);
    expect((await run(['publish', folder])).code).toBe(0);
  });
});
