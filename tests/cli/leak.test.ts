/** A leak of a name, wherever it is planted, is seen: what the tests of privacy look through is what can tell. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Context } from '../../src/report/context.ts';
import { changed, firm } from './folder.ts';

const PEOPLE =
  'id,role,site,shift,name,email\nk1,credit-controller,leeds,day,Ottoline Quillfeather,o@mailbox.example\n';

/** Everything that a run says and writes. */
async function everything(): Promise<string> {
  const { run } = await import('./host.ts');
  const { 'cxplan.yaml': yaml } = changed('\n  agreedBy', '\n  people: people.csv\n  agreedBy');
  const folder = firm({ 'cxplan.yaml': yaml!, 'people.csv': PEOPLE });
  const { code, out, err } = await run(['generate', '.'], { cwd: folder });
  expect(code, err).toBe(0);
  const plan = join(folder, 'plan');
  const files = readdirSync(plan, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(plan, path)).isFile(),
  );
  const texts = files.map((path) => readFileSync(join(plan, path), 'utf8').replace(/\r?\n[ \t]/g, ''));
  return [out, err, ...files, ...texts].join('\n');
}

const nameIn = ({ model }: Pick<Context, 'model'>) => model.people?.[0]?.name ?? '';

afterEach(() => {
  vi.doUnmock('../../src/report/names.ts');
  vi.doUnmock('../../src/report/look/look.ts');
  vi.resetModules();
});

describe('a name that is planted', { timeout: 1_200_000 }, () => {
  it('is nowhere without a leak', async () => {
    expect(await everything()).not.toMatch(/Quillfeather|mailbox\.example/);
  });

  it('is seen in what pages call a group', async () => {
    vi.resetModules();
    vi.doMock('../../src/report/names.ts', async (original) => {
      const names = await original<typeof import('../../src/report/names.ts')>();
      return {
        ...names,
        roleName: (context: Context, id: string) => `${names.roleName(context, id)} ${nameIn(context)}`,
      };
    });
    expect(await everything()).toContain('Quillfeather');
  });

  it('is seen in the data of the page', async () => {
    vi.resetModules();
    vi.doMock('../../src/report/look/look.ts', async (original) => {
      const look = await original<typeof import('../../src/report/look/look.ts')>();
      return { ...look, lookOf: (context: Context) => look.lookOf(context, { people: [] }) };
    });
    expect(await everything()).toContain('Quillfeather');
  });
});
