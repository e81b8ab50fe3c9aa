/** `pin`, `unpin`, `move`, `when`: what is fixed stands in the files, and everything else keeps its bytes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

const ID = 'kind-invoices.once.credit-controller.leeds.day.1.1';
const AWAY = changed('hoursPerWeek: 8 }', 'hoursPerWeek: 8, away: [{ from: 2027-03-22, to: 2027-03-26 }] }');

async function planned(files?: Record<string, string>): Promise<string> {
  const folder = firm(files);
  await run(['generate', folder, '-q']);
  return folder;
}

const text = (folder: string) => readFileSync(join(folder, 'cxplan.yaml'), 'utf8');
const sessionOf = (folder: string, id = ID) =>
  JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8')).sessions.find(
    (one: { id: string }) => one.id === id,
  );

describe('pin', () => {
  it('completes the id, writes one line, and the next plan keeps it', async () => {
    const folder = await planned();
    const before = text(folder);
    const { code, out } = await run(
      [
        'pin',
        'kind-invoices.once.credit-controller.leeds.day.1.1',
        '--at',
        '2027-03-16T10:15',
        '--reason',
        'Asked for by Finance',
      ],
      { cwd: folder },
    );
    expect({ code, out }).toMatchObject({
      code: 0,
      out: `Pinned ${ID} in cxplan.yaml. Next: cxplan generate\n`,
    });
    expect(text(folder)).toBe(
      `${before}pins:\n  - { session: ${ID}, at: 2027-03-16T10:15, reason: Asked for by Finance }\n`,
    );
    const { out: summary } = await run(['generate', folder]);
    expect(summary).toMatch(
      /→ Tue 16 Mar, 10:15–11:45.*It is pinned: Asked for by Finance \(cxplan\.yaml:\d+\)\./,
    );
    expect(sessionOf(folder).start).toBe('2027-03-16T10:15');
    expect((await run(['verify', folder])).code).toBe(0);
    const { out: why } = await run(['explain', ID], { cwd: folder });
    expect(why).toMatch(/would do; pinned by pins\[0\] \(cxplan\.yaml:\d+:\d+\): Asked for by Finance/);
    expect(why).not.toContain('the search chose');
    expect(readFileSync(join(folder, 'plan/departments/finance.md'), 'utf8')).toContain(
      'Pinned: Asked for by Finance.',
    );
  });

  it('replaces what was said of the session before, and goes again', async () => {
    const folder = await planned({
      'cxplan.yaml': text(firm()),
      'pins.yaml': `# Ours\npins:\n  # for Finance\n  - { session: ${ID}, at: 2027-03-16T10:15 } # asked\n`,
    });
    const pins = () => readFileSync(join(folder, 'pins.yaml'), 'utf8');
    expect(await run(['pin', ID, '--on', '2027-03-17', '-w', folder])).toMatchObject({ code: 0, err: '' });
    expect(pins()).toBe(`# Ours\npins:\n  # for Finance\n  - { session: ${ID}, on: 2027-03-17 } # asked\n`);
    expect((await run(['unpin', 'kind-invoices', '-w', folder])).code).toBe(0);
    // The last one takes the section with it; an empty file is none the worse.
    expect(pins()).toBe('# Ours\n');
    expect(await run(['validate', folder])).toMatchObject({ code: 0 });
    expect(await run(['unpin', 'kind-invoices', '-w', folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not pinned'),
    });
  });

  it('refuses what cannot be kept: the constraint, both lines, the nearest starts; and writes nothing', async () => {
    const folder = await planned(AWAY);
    const before = text(folder);
    const { code, err } = await run(['pin', ID, '--at', '2027-03-24T10:15', '-w', folder]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /pin-impossible: .*cannot be held on 2027-03-24 10:15: Amira is away from 22 to 26 March \(facilitator-hours\)/,
    );
    expect(err).toMatch(/the nearest that would do: 2027-03-\d\d \d\d:\d\d, /);
    expect(err).toMatch(/cxplan\.yaml:\d+:\d+: Amira is away/);
    expect(text(folder)).toBe(before);
  });

  it('says so in validate and generate, which writes nothing then', async () => {
    const folder = await planned(AWAY);
    writeFileSync(join(folder, 'pins.yaml'), `pins: [{ session: ${ID}, at: 2027-03-24T10:15 }]\n`);
    const plan = readFileSync(join(folder, 'plan/plan.json'), 'utf8');
    expect(await run(['validate', folder])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/pin-impossible[\s\S]*pins\.yaml:1:8/),
    });
    expect(await run(['generate', folder])).toMatchObject({
      code: 1,
      err: expect.stringContaining('pin-impossible'),
    });
    expect(readFileSync(join(folder, 'plan/plan.json'), 'utf8')).toBe(plan);
  });

  it.each([
    [['pin', 'kind-invoices'], /could be \d+ sessions: kind-invoices/],
    [
      ['pin', 'kind-invoises.once.credit-controller.leeds.day.1.1', '--keep'],
      /there is no session.*did you mean '/,
    ],
    [['pin', ID], /say what to fix/],
    [['move', ID], /move says where to/],
  ])('says what is missing: %j', async (argv, message) => {
    const folder = await planned();
    expect(await run([...argv, '-w', folder])).toMatchObject({
      code: 2,
      err: expect.stringMatching(message),
    });
  });

  it('takes no nonsense', async () => {
    const folder = await planned();
    const { code, err } = await run(['pin', ID, '--at', 'tomorrow', '-w', folder]);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('a date and time such as') });
    expect((await run(['pin', ID, '--room', 'nowhere', '--keep', '-w', folder])).code).toBe(1);
  });
});

describe('move and when', () => {
  it('lists the nearest free starts with their cost; one of them can be moved to', async () => {
    const folder = await planned();
    const { code, out } = await run(['when', ID, '-w', folder, '--json']);
    const { starts, now } = JSON.parse(out);
    expect(code).toBe(0);
    expect(starts[0]).toMatchObject({ start: now, people: 0, cost: 0 });
    const other = starts.find(({ people }: { people: number }) => people > 0);
    const moved = await run(['move', ID, '--at', other.start, '-w', folder]);
    expect(moved).toMatchObject({ code: 0, out: expect.stringMatching(/What changed\n.*It is pinned/) });
    expect(sessionOf(folder).start).toBe(other.start);
    expect((await run(['when', ID, '-w', folder])).out).toMatch(
      /now 2027-.*\n {2}2027-.*Fix one: cxplan move /s,
    );
  });

  it('knows what a group learns before there is a plan', async () => {
    const folder = firm();
    const { out } = await run(['when', 'cx-basics', 'credit-controller.leeds.day.1', '-w', folder]);
    expect(out).toMatch(/^cx-basics\.once\.credit-controller/);
  });
});

describe('a hand on plan.json', () => {
  it('is offered as a pin, with the command', async () => {
    const folder = await planned();
    const { start, end } = sessionOf(folder);
    const file = join(folder, 'plan/plan.json');
    const day = '2027-03-17T1';
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace(`"start": "${start}"`, `"start": "${day}0:00"`)
        .replace(`"end": "${end}"`, `"end": "${day}1:30"`),
    );
    const { err, out } = await run(['generate', folder, '--force']);
    expect(err).toMatch(/changed by hand: 1 session[\s\S]*cxplan pin kind-invoices\S+ --at 2027-03-17T10:00/);
    // No law has changed any clock.
    expect(out).not.toContain('zone data');
    expect(sessionOf(folder).why.join('\n')).not.toContain('zone data');
  });
});
