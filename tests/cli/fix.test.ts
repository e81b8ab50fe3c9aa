import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../coverage/examples.ts';
import { SMALL } from '../fixtures.ts';
import { contents } from '../output/scratch.ts';
import { firm } from './folder.ts';
import { run } from './host.ts';

const BASE = readFileSync(new URL('../coverage/base.yaml', import.meta.url), 'utf8');
const FIRST = '    paid: false # for now\n    outcome: A customer understands';
/** The clean firm with two gaps, comments and all: an unpaid module, and one without a voice. */
const GAPS = BASE.replace('    voices: [first-call]\n    outcome: A customer understands', FIRST);

const workspace = () => firm({ 'cxplan.yaml': GAPS });
const text = (folder: string) => readFileSync(join(folder, 'cxplan.yaml'), 'utf8');

describe('cxplan fix', () => {
  it('lists, and without a terminal writes nothing', async () => {
    const folder = workspace();
    const { code, out, err } = await run(['fix', folder]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ 1 {2}\S.*\n {4}closes {2}error (no-voice|unpaid): “Invoices people understand”/);
    expect(out).toContain('Pay people for “Invoices people understand”');
    expect(out).toContain('of 100');
    expect(text(folder)).toBe(GAPS);
  });

  it('applies what is chosen, plans again and leaves every other line alone', async () => {
    const folder = workspace();
    const { code, out } = await run(['fix', folder, '--apply', 'all']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /Wrote 2 patches into cxplan\.yaml\.\nPlanned again: 100\.0 of 100, 0 errors, 0 warnings\./,
    );
    expect(text(folder)).toContain('    paid: true # for now\n');
    expect(
      text(folder)
        .replace('paid: true', 'paid: false')
        .replace(/\n {4}voices: \[testimonial\]/, ''),
    ).toBe(GAPS);
    expect((await run(['check', folder])).code).toBe(0);
    expect((await run(['fix', folder])).out).toMatch(/No patch would close a finding/);
  });

  it('applies one of them, found by its number', async () => {
    const folder = workspace();
    const { patches } = JSON.parse((await run(['fix', folder, '--json'])).out);
    const number = patches.find((patch: { rule: string }) => patch.rule === 'unpaid').number;
    const { out } = await run(['fix', folder, '--apply', String(number), '--json']);
    expect(JSON.parse(out).changes).toMatchObject({
      applied: [number],
      files: ['cxplan.yaml'],
      findings: { error: 1 },
    });
    expect(text(folder)).toBe(GAPS.replace('paid: false', 'paid: true'));
  });

  it('says in a build log every few seconds how many patches are tried', async () => {
    const seconds = { passed: 0 };
    const slow = {
      now: () => {
        seconds.passed += 3;
        return 1000 * seconds.passed;
      },
    };
    const { err } = await run(['fix', workspace(), '--dry-run'], slow);
    const told = [...err.matchAll(/^trying patches: (\d+) of (\d+)$/gm)].map(([, done, of]) => [
      +done!,
      +of!,
    ]);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(([done, of]) => done! <= of!)).toBe(true);
    expect((await run(['fix', workspace(), '--dry-run', '--quiet'], slow)).err).toBe('');
  });

  it('shows a diff and writes nothing with --dry-run', async () => {
    const folder = workspace();
    const { out } = await run(['fix', folder, '--dry-run', '--rule', 'unpaid']);
    expect(out).toContain('--- a/cxplan.yaml\n+++ b/cxplan.yaml\n@@ ');
    expect(out).toContain('\n-    paid: false # for now\n+    paid: true # for now\n');
    expect(out).toContain('Would write 1 patch into cxplan.yaml.');
    expect(text(folder)).toBe(GAPS);
    const json = JSON.parse((await run(['fix', folder, '--dry-run', '--json'])).out);
    expect(json.changes.diff).toContain('+    paid: true # for now\n');
    expect(json.patches[0]).toMatchObject({ number: 1, at: { file: 'cxplan.yaml' } });
  });

  it('refuses numbers and rules that there are not', async () => {
    const folder = workspace();
    for (const apply of ['0', '3', 'x', '1,9', '']) {
      const { code, err } = await run(['fix', folder, '--apply', apply]);
      expect([code, err.split('\n')[0]]).toEqual([
        2,
        expect.stringContaining('--apply takes all, or numbers'),
      ]);
    }
    expect(await run(['fix', folder, '--rule', 'no-vioce'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no rule 'no-vioce'; did you mean 'no-voice'?"),
    });
    expect(text(folder)).toBe(GAPS);
  });

  it('says what only people can do', async () => {
    const files = exampleFiles('programme:\n  mantra: null\n');
    const { out } = await run(['fix', firm(files)]);
    expect(out).toMatch(/Without a patch:\n {2}1 finding of no-mantra: Leaders and heads/);
  });

  it('says what it would have written, had others not shared the value, and where that stands', async () => {
    const shared = GAPS.replace('    paid: false #', '    paid: *unpaid #').replace(
      '  our-mission:\n',
      '  our-mission:\n    paid: &unpaid false\n',
    );
    const folder = firm({ 'cxplan.yaml': shared });
    const { code, out } = await run(['fix', folder, '--rule', 'unpaid', '--apply', 'all']);
    expect(code).toBe(0);
    const line = shared.split('\n').findIndex((one) => one.includes('*unpaid')) + 1;
    expect(out).toMatch(
      /^For you to write, because a patch cannot:\n {2}error unpaid: “Invoices people understand”/,
    );
    expect(out).toContain(
      `    patch   Pay people for “Invoices people understand”\n    but     cxplan.yaml:${line}:11: modules.kind-invoices.paid is *unpaid, what stands at &unpaid: write it out here`,
    );
    const { withoutPatch } = JSON.parse((await run(['fix', folder, '--rule', 'unpaid', '--json'])).out);
    expect(
      withoutPatch.map(({ key, refused }: { key: string; refused: { title: string } }) => [
        key,
        refused.title,
      ]),
    ).toEqual([
      ['unpaid:module=kind-invoices', 'Pay people for “Invoices people understand”'],
      ['unpaid:module=our-mission', 'Pay people for “What our mission asks of me”'],
    ]);
    expect(text(folder)).toBe(shared);
  });

  it('keeps carriage returns and a byte order mark', async () => {
    const folder = workspace();
    const windows = `\uFEFF${GAPS.replaceAll('\n', '\r\n')}`;
    writeFileSync(join(folder, 'cxplan.yaml'), windows);
    expect((await run(['fix', folder, '--apply', 'all', '--rule', 'unpaid'])).code).toBe(0);
    expect(text(folder)).toBe(windows.replace('paid: false', 'paid: true'));
  });

  it('opens the gate of a firm with thirty findings', async () => {
    const folder = firm();
    const { code, out } = await run(['fix', folder, '--apply', 'all']);
    expect(code).toBe(0);
    expect(out).toMatch(/Planned again: [\d.]+ of 100, 0 errors/);
    expect(text(folder)).not.toBe(SMALL);
    expect((await run(['check', folder])).code).toBe(0);
  });

  it('reads the tables of a workspace as it is tried', async () => {
    const files = exampleFiles(
      'programme: { actions: actions.csv }\nmodules: { kind-invoices: { paid: false } }\n--- actions.csv\n' +
        'id,date,department,stage,learning,action,owner,due,status\n' +
        'a-1,2026-10-01,office,buy,The total is hard to find,Print it first,Ines,2026-12-20,open\n',
    );
    const { code, out } = await run(['fix', firm(files), '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('Pay people for “Invoices people understand”');
    expect(out).toContain('1 finding of action-overdue: Somebody has to do it');
  });

  it('starts from the committed plan while it is up to date', async () => {
    const folder = workspace();
    expect((await run(['generate', folder, '--quiet'])).code).toBe(0);
    const before = contents(join(folder, 'plan'));
    const { out } = await run(['fix', folder, '--rule', 'unpaid', '--apply', 'all']);
    expect(out).toContain('Next: cxplan generate');
    expect(contents(join(folder, 'plan'))).toEqual(before);
  });
});
