/** Wrong usage ends with 2 and says what would be right; help and version with 0. */
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { processHost } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';
import { run } from './host.ts';

describe('used rightly', () => {
  it('--version --json tells the zone data, too', async () => {
    for (const argv of [
      ['--version', '--json'],
      ['--json', '-V'],
    ]) {
      const { code, out } = await run(argv);
      expect([code, JSON.parse(out)]).toEqual([
        0,
        { name: 'cxplan', version: '0.0.0', zones: expect.stringMatching(/^20\d\d[a-z]$/) },
      ]);
    }
  });

  it.each([['--version'], ['-V']])('%s prints the version and nothing else', async (flag) => {
    expect(await run([flag])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
  });

  it.each([[['--help']], [['help']], [['generate', '--help']], [['help', 'check']]])(
    '%j prints help on stdout',
    async (argv) => {
      const { code, out, err } = await run(argv);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Usage: cxplan /);
    },
  );

  it.each(['generate', 'validate', 'check', 'gaps', 'rules', 'walk', 'explain', 'verify'])(
    '%s --help has an example',
    async (name) => {
      const { out } = await run([name, '--help']);
      expect(out).toMatch(new RegExp(`Example: cxplan ${name}`));
    },
  );
});

describe('used wrongly', () => {
  it.each([
    [[], /Three things to try:\n {2}cxplan init my-firm/],
    [['generat'], /unknown command 'generat'\n\(Did you mean generate\?\)/],
    [
      ['generate', '--ony', 'md'],
      /unknown option '--ony'\n\(Did you mean --only\?\)\n\(For example: cxplan generate /,
    ],
    [['generate', 'a', 'b'], /too many arguments/],
    [['generate', '--seed', 'abc'], /--seed.*whole number/],
    [['generate', '--effort', 'heroic'], /Allowed choices are quick, normal, thorough/],
    [['check', '--min-coverage', '120'], /--min-coverage.*0 to 100/],
    [['check', '--format', 'xml'], /Allowed choices are pretty, json/],
    [['explain'], /missing required argument 'id'\n\(For example: cxplan explain no-voice/],
    [['generate', '/no/such/folder'], /\/no\/such\/folder does not exist/],
    [['validate', ''], /the workspace is empty: name a folder/],
    [['generate', '.', '--out', ''], /--out is empty: name a folder/],
    [['validate', 'cxplan.yaml'], /cxplan\.yaml is not a folder/],
    [
      ['generate', '--only', 'pdf'],
      /--only knows html, xlsx, sheets, md, csv, ics, json; .pdf. is none of them/,
    ],
    [['explain', 'them-gap'], /nothing has the id 'them-gap'/],
  ])('%j ends with 2', async (argv, message) => {
    // Inside a workspace, or the search for one would climb out of this checkout.
    const cwd = join(process.cwd(), 'examples', 'minimal');
    const { code, out, err } = await run(argv, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('outside of any workspace says so', async () => {
    const { code, err } = await run(['validate'], { cwd: '/' });
    expect(code).toBe(2);
    expect(err).toMatch(/^cxplan: no workspace here/);
  });
});

describe('in a folder that has been deleted', () => {
  afterEach(() => vi.restoreAllMocks());

  async function runThere(argv: readonly string[]) {
    vi.spyOn(process, 'cwd').mockImplementation(() => {
      throw Object.assign(new Error('ENOENT: no such file or directory, uv_cwd'), { code: 'ENOENT' });
    });
    const printed = { out: '', err: '' };
    const host = Object.assign(processHost(), {
      out: (text: string) => {
        printed.out += text;
      },
      err: (text: string) => {
        printed.err += text;
      },
    });
    return { code: await main(argv, host), ...printed };
  }

  it('says so in one line', async () => {
    const { code, out, err } = await runThere(['validate']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'cxplan: cannot read the folder this runs in: there is no such file or folder (ENOENT)\n',
    );
  });

  it('still does what needs no folder', async () => {
    expect(await runThere(['rules', '--json'])).toMatchObject({ code: 0, err: '' });
  });
});
