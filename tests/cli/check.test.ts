/** The gate as a pipeline meets it: exit codes, formats, baseline, thresholds and the committed plan. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL } from '../fixtures.ts';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

/** The small firm with its gaps at error turned down, so that single ones can be put in. */
const FINE = `${SMALL}
policy:
  minCoverage: 0
  rules: { no-onboarding: warn, mantra-untaught: warn, basics-missing: warn, leaders-uncovered: warn, no-reinforcement: warn, onboarding-only: warn, no-voice: error, no-outcome: off }
`;
const fine = () => firm({ 'cxplan.yaml': FINE });
/** A gap at error: a module without a customer's voice. */
const voiceless = FINE.replace(/^( {2}theme-huddle:[\s\S]*?)voices: \[[^\]]*\]/m, '$1voices: []');
const unpaid = FINE.replace(/^( {2}theme-huddle:\n)/m, '$1    paid: false\n');
const BASELINE = '.cxplan-baseline.json';

const json = async (...argv: string[]) => {
  const { code, out, err } = await run([...argv, '--format', 'json']);
  return { code, err, data: JSON.parse(out) };
};
const write = (folder: string, text: string) => writeFileSync(join(folder, 'cxplan.yaml'), text);

describe('exit codes', () => {
  it('0 when nothing is in the way, with everything that is suppressed said', async () => {
    const { code, out } = await run(['check', fine()]);
    expect(out).toContain('Suppressed: 0 waived, 0 in the baseline, 1 rule switched off (no-outcome).');
    expect(out).toMatch(/The gate is open\.\n$/);
    expect(code).toBe(0);
  });

  it('1 for a gap at error', async () => {
    const { code, out } = await run(['check', firm({ 'cxplan.yaml': voiceless })]);
    expect(out).toContain('error no-voice: ');
    expect(out).toMatch(/The gate is shut\.\n$/);
    expect(code).toBe(1);
  });

  it('1 for a workspace with mistakes, in every format', async () => {
    const folder = firm(changed('themes: [empathy]', 'themes: [emphaty]'));
    for (const format of ['pretty', 'json', 'github', 'sarif', 'junit', 'codequality', 'markdown']) {
      const { code, out, err } = await run(['check', folder, '--format', format]);
      expect({ code, err }, format).toEqual({ code: 1, err: '' });
      expect(out, format).toContain('emphaty');
      expect(out, format).toContain('unknown-reference');
    }
  });

  it('2 for wrong usage, an unknown format, a report that is none, an unwritable report', async () => {
    const folder = fine();
    const report = (value: string) => run(['check', folder, '--report', value]);
    expect((await run(['check', folder, '--format', 'xml'])).code).toBe(2);
    for (const value of ['sarif', 'sarif=', 'xml=a', '=a']) {
      expect(await report(value), value).toMatchObject({ code: 2, out: '' });
    }
    const { code, err } = await report(`sarif=${join(folder, 'no', 'folder.sarif')}`);
    expect(code).toBe(2);
    expect(err).toContain('there is no such file or folder');
    mkdirSync(join(folder, 'taken'));
    expect((await report(`sarif=${join(folder, 'taken')}`)).err).toContain('no plain file');
    expect((await run(['check', join(folder, 'nowhere')])).code).toBe(2);
  });
});

describe('reports', () => {
  it('writes several in one run, the same as --format prints', async () => {
    const folder = firm({ 'cxplan.yaml': voiceless });
    const argv = ['check', folder];
    for (const format of ['sarif', 'junit', 'markdown']) argv.push('--report', `${format}=gate.${format}`);
    const { code } = await run([...argv, '--quiet'], { cwd: folder });
    expect(code).toBe(1);
    for (const format of ['sarif', 'junit', 'markdown']) {
      const { out } = await run(['check', folder, '--format', format], { cwd: folder });
      expect(readFileSync(join(folder, `gate.${format}`), 'utf8')).toBe(out);
    }
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('names files from the top of the checkout', async () => {
    const folder = firm({ 'cxplan.yaml': voiceless });
    const fileIn = async (options: object) => {
      const { out } = await run(['check', folder, '--format', 'github'], options);
      return /^::error file=([^,]*),/m.exec(out)![1];
    };
    expect(await fileIn({ cwd: folder })).toBe('cxplan.yaml');
    expect(await fileIn({ cwd: join(folder, '..') })).toBe('firm/cxplan.yaml');
    expect(await fileIn({ cwd: folder, env: { GITHUB_WORKSPACE: join(folder, '..') } })).toBe(
      'firm/cxplan.yaml',
    );
    expect(await fileIn({ cwd: folder, env: { GITHUB_WORKSPACE: '/elsewhere' } })).toBe('cxplan.yaml');
  });

  it('points at the line of the gap', async () => {
    const folder = firm({ 'cxplan.yaml': voiceless });
    const { out } = await run(['check', folder, '--format', 'github'], { cwd: folder });
    const line = Number(/^::error file=cxplan\.yaml,line=(\d+),/m.exec(out)![1]);
    expect(voiceless.split('\n')[line - 1]).toContain('voices: []');
  });

  it('validate speaks them, too', async () => {
    const folder = firm(changed('themes: [empathy]', 'themes: [emphaty]'));
    const { code, out } = await run(['validate', folder, '--format', 'github'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=cxplan\.yaml,line=\d+,.*title=unknown-reference::module/);
    expect((await run(['validate', fine(), '--format', 'junit'])).out).toContain('failures="0"');
  });
});

describe('thresholds', () => {
  const thresholds = FINE.replace(
    'minCoverage: 0',
    'minCoverage: { organisation: 99, departments: { finance: 98 } }',
  );

  it('shuts for the organisation and for a department, at the lines that say so', async () => {
    const folder = firm({ 'cxplan.yaml': thresholds });
    const { code, out } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /error below-threshold: The organisation has \d+\.\d of 100, below its threshold of 99\./,
    );
    expect(out).toMatch(/error below-threshold: Finance has \d+\.\d of 100, below its threshold of 98\./);
    expect(out).not.toContain('below-threshold: Stores');
    expect(out).toContain('minCoverage: { organisation: 99');
  });

  it('is in every format', async () => {
    const folder = firm({ 'cxplan.yaml': thresholds });
    const print = async (format: string) => (await run(['check', folder, '--format', format])).out;
    expect(await print('github')).toMatch(/title=below-threshold::Finance has/);
    expect(await print('sarif')).toContain('"cxplanKey/v1": "below-threshold:finance"');
    expect(await print('junit')).toMatch(/name="threshold of finance"[^>]*>\s*<failure/);
    expect(await print('junit')).toMatch(/name="threshold of stores" time="0"\/>/);
    expect(await print('markdown')).toContain('**2** below the threshold');
    expect(JSON.parse(await print('json')).thresholds).toContainEqual(
      expect.objectContaining({ id: 'finance', threshold: 98, ok: false }),
    );
  });

  it('takes one for all from the command line', async () => {
    const { code, data } = await json('check', fine(), '--min-coverage', '99');
    expect(code).toBe(1);
    expect(data.belowThreshold.map(({ department }: { department: string }) => department)).toContain('');
  });
});

describe('waivers', () => {
  const voice = (about: string, until: string) =>
    `  - { rule: no-voice, ${about}reason: It comes in May, owner: Ines, until: ${until} }\n`;

  it('end on their day for a committed plan too, when the gate is told the day', async () => {
    const folder = firm({ 'cxplan.yaml': `${voiceless}\nwaivers:\n${voice('', '2027-06-30')}` });
    await run(['generate', folder, '--only', 'json']);
    const on = (...day: string[]) => json('check', folder, '--plan', ...day);
    expect((await on()).code).toBe(0);
    expect((await on('--as-of', '2027-06-30')).code).toBe(0);
    const { code, data } = await on('--as-of', '2027-07-01');
    expect(code).toBe(1);
    expect({ asOf: data.asOf, stale: data.stale, broken: data.broken }).toEqual({
      asOf: '2027-07-01',
      stale: false,
      broken: [],
    });
    expect(data.findings.map(({ rule }: { rule: string }) => rule)).toContain('expired-waiver');
  });

  it('that accept nothing are named; that one has ended cannot be waived', async () => {
    const late = '  - { rule: expired-waiver, reason: Later, owner: Otto, until: 2027-12-01 }\n';
    const waivers = `${voice('module: theme-huddle, ', '2027-11-30')}${voice('department: finance, ', '2027-11-30')}`;
    const folder = firm({
      'cxplan.yaml': `${voiceless}\nwaivers:\n${waivers}${late}${voice('', '2027-02-28')}`,
    });
    const { code, data } = await json('check', folder, '--as-of', '2027-03-01');
    expect(data.diagnostics).toEqual([]);
    expect(code).toBe(1);
    expect(data.notes).toEqual([
      expect.stringMatching(/^Ines’s waiver of no-voice, finance \(cxplan\.yaml:\d+\) accepts nothing/),
      expect.stringMatching(/^Otto’s waiver of expired-waiver .*accepts nothing/),
    ]);
  });

  const waiver = `${voiceless}\nwaivers:\n  - { rule: no-voice, reason: It comes in May, owner: Ines, until: 2027-06-30 }\n`;

  it('lets the gap pass and says who answers for it', async () => {
    const folder = firm({ 'cxplan.yaml': waiver });
    const { code, out } = await run(['check', folder, '--format', 'markdown']);
    expect(code).toBe(0);
    expect(out).toMatch(/Suppressed: [1-9]\d* waived/);
    expect(out).toContain('| It comes in May | Ines | 2027-06-30 |');
  });

  it('is an error when it has ended, and no baseline makes that old', async () => {
    const folder = firm({ 'cxplan.yaml': waiver });
    const after = ['check', folder, '--as-of', '2027-07-01'];
    expect((await run(after)).code).toBe(1);
    const { code, data } = await json(...after, '--update-baseline');
    expect(code).toBe(1);
    const errors = data.findings.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors.map(({ rule }: { rule: string }) => rule)).toEqual(['expired-waiver']);
  });
});

describe('baseline', () => {
  it('lets old gaps pass, unasked, and says how many', async () => {
    const folder = firm({ 'cxplan.yaml': voiceless });
    const { code, out } = await run(['check', folder, '--update-baseline']);
    expect(code).toBe(0);
    expect(out).toMatch(/Wrote .*\.cxplan-baseline\.json: \d+ known gaps, \d+ added, 0 removed\./);
    const again = await run(['check', folder]);
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/0 new gaps \(0 at error\), \d+ known, 0 closed since\./);
    expect(again.out).toMatch(/Suppressed: 0 waived, [1-9]\d* in the baseline/);
    expect((await run(['check', folder, '--no-baseline'])).code).toBe(1);
  });

  it('sees a swap: one closed, one opened', async () => {
    const folder = firm({ 'cxplan.yaml': voiceless });
    await run(['check', folder, '--update-baseline']);
    write(folder, unpaid);
    const { code, out } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(out).toContain('error unpaid: ');
    expect(out).toContain('a closed gap does not make room for a new one');
    expect(out).toContain('warn stale-baseline: ');
    expect(out).toContain('no-voice:module=theme-huddle');
  });

  it('reports what has closed, passes, and forgets it when told to', async () => {
    const folder = firm({ 'cxplan.yaml': voiceless });
    await run(['check', folder, '--update-baseline']);
    write(folder, FINE);
    const { code, out } = await run(['check', folder]);
    expect(code).toBe(0);
    expect(out).toContain('warn stale-baseline: ');
    expect((await run(['check', folder, '--update-baseline'])).out).toContain(', 0 added, 1 removed.');
    expect((await run(['check', folder])).out).not.toContain('stale-baseline');
    write(folder, voiceless);
    expect((await run(['check', folder])).code).toBe(1);
  });

  it('is written in the same bytes every time, and not touched when nothing has changed', async () => {
    const folder = firm({ 'cxplan.yaml': voiceless });
    const file = join(folder, 'known.json');
    const update = () => run(['check', folder, '--update-baseline', '--baseline', file]);
    await update();
    const text = readFileSync(file, 'utf8');
    const keys = JSON.parse(text).gaps.map(({ key }: { key: string }) => key);
    expect(keys).toEqual([...keys].sort());
    await update();
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(existsSync(join(folder, BASELINE))).toBe(false);
    expect((await run(['check', folder, '--baseline', file])).code).toBe(0);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['conflict markers', (text: string) => text.replace('    {', '<<<<<<< HEAD\n    {')],
    ['use a newer cxplan', (text: string) => text.replace('"version": 1', '"version": 7')],
  ])('ends with 2 and stays as it is: %s', async (message, damage) => {
    const folder = firm({ 'cxplan.yaml': voiceless });
    await run(['check', folder, '--update-baseline']);
    const file = join(folder, BASELINE);
    const damaged = damage(readFileSync(file, 'utf8'));
    writeFileSync(file, damaged);
    for (const flags of [[], ['--update-baseline']]) {
      const { code, out, err } = await run(['check', folder, ...flags]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(message);
    }
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });

  it('ends with 2 when the one that is asked for is missing, or is a link to be written', async () => {
    const folder = fine();
    const { code, err } = await run(['check', folder, '--baseline', join(folder, 'none.json')]);
    expect(code).toBe(2);
    expect(err).toContain('none.json');
    symlinkSync(join(folder, 'elsewhere.json'), join(folder, BASELINE));
    expect((await run(['check', folder, '--update-baseline'])).code).toBe(2);
    expect(existsSync(join(folder, 'elsewhere.json'))).toBe(false);
  });
});

describe('--plan', () => {
  /** A committed plan of the firm, and a way to edit it by hand. */
  async function committed() {
    const folder = fine();
    await run(['generate', folder, '--only', 'json']);
    const file = join(folder, 'plan', 'plan.json');
    const edit = (change: (plan: Written) => void) => {
      const plan = JSON.parse(readFileSync(file, 'utf8'));
      change(plan);
      writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
    };
    return { folder, file, edit };
  }
  // biome-ignore lint/suspicious/noExplicitAny: a document that is broken on purpose
  type Written = any;

  it('passes a plan of its own, and has a case for it in JUnit', async () => {
    const { folder } = await committed();
    expect((await run(['check', folder, '--plan'])).code).toBe(0);
    const { out } = await run(['check', folder, '--plan', '--format', 'junit']);
    expect(out).toContain('classname="cxplan.plan" name="stale-plan" time="0"/>');
  });

  it('is shut by a stale one, and says what to run', async () => {
    const { folder } = await committed();
    write(folder, FINE.replace('minutes: 90', 'minutes: 75'));
    const { code, out } = await run(['check', folder, '--plan', '--format', 'github'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::error file=plan\/plan\.json,line=1,.*is out of date.*Run cxplan generate and commit/m,
    );
  });

  it('is shut by a stale one whose modules are gone', async () => {
    const { folder } = await committed();
    write(folder, FINE.replaceAll('theme-huddle', 'morning-huddle'));
    const { code, data } = await json('check', folder, '--plan');
    expect({ code, stale: data.stale }).toEqual({ code: 1, stale: true });
  });

  it.each<[string, (plan: Written) => void]>([
    [
      'a start',
      (plan) => {
        plan.sessions[3].start = '2027-01-12T03:00';
      },
    ],
    [
      'whether it counts',
      (plan) => {
        plan.sessions[0].counts = false;
      },
    ],
    [
      'a theme',
      (plan) => {
        plan.sessions[0].themes = ['empathy', 'mission'];
      },
    ],
    ['a session less', (plan) => void plan.sessions.splice(2, 1)],
    [
      'a cancelled session',
      (plan) => {
        plan.sessions[1].status = 'cancelled';
      },
    ],
    [
      'a head more',
      (plan) => {
        plan.groups[0].heads += 1;
      },
    ],
    [
      'a group of another department',
      (plan) => {
        plan.groups[0].department = 'finance';
      },
    ],
    [
      'no trainer',
      (plan) => {
        plan.sessions.find((one: Written) => one.facilitator).facilitator = null;
      },
    ],
    [
      'the mantra',
      (plan) => {
        plan.programme.mantra = 'Sell more.';
      },
    ],
    [
      'the last day',
      (plan) => {
        plan.programme.ends = '2027-06-30';
      },
    ],
    [
      'a day that has not come, to hide the year',
      (plan) => {
        plan.asOf = '2027-12-31';
      },
    ],
  ])('is shut by one that was edited: %s', async (_what, change) => {
    const { folder, edit } = await committed();
    edit(change);
    const { code, out } = await run(['check', folder, '--plan']);
    expect(out).toContain('error broken-plan: ');
    expect(code).toBe(1);
  });

  it('ends with 2 without a plan, and with a torn one', async () => {
    const { folder, file } = await committed();
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 500));
    expect(await run(['check', folder, '--plan'])).toMatchObject({ code: 2, out: '' });
    expect((await run(['check', fine(), '--plan'])).err).toContain('run cxplan generate first');
  });

  it('makes no baseline from a plan that does not hold', async () => {
    const { folder, edit } = await committed();
    edit((plan) => plan.sessions.splice(2, 1));
    expect((await run(['check', folder, '--plan', '--update-baseline'])).code).toBe(1);
    expect(existsSync(join(folder, BASELINE))).toBe(false);
  });
});

it.each(['below-threshold', 'stale-plan', 'broken-plan', 'tracked-people', 'stale-baseline'])(
  'explain knows %s',
  async (id) => {
    const { code, out } = await run(['explain', id]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${id} \\(\\w+, asked by cxplan check\\)`));
    expect(out).toContain('What closes it  ');
  },
);

it('memory is given back before a search, after it, and when the plan is made', async () => {
  let calls = 0;
  const collector = async () => () => {
    calls++;
  };
  await run(['check', fine()], { collector });
  expect(calls).toBe(3);
});

it('text of the workspace never starts a line or steers a build server', async () => {
  const hostile = '"::set-output name=a::b\\n##vso[task.complete]\\e[31m]]>|@everyone"';
  const text = voiceless.replace(/^( {2}theme-huddle:\n)/m, `$1    name: ${hostile}\n`);
  const folder = firm({ 'cxplan.yaml': text });
  for (const format of ['pretty', 'json', 'github', 'sarif', 'junit', 'codequality', 'markdown']) {
    const { code, out } = await run(['check', folder, '--format', format]);
    expect(code, format).toBe(1);
    expect(out, format).toContain('set-output');
    expect(out, format).not.toMatch(/^\s*::set-output|##vso\[|\u001b/m);
  }
});
