/** Sheets to print: everybody who needs one has one, with dates, who, lines to sign, and nothing that runs. */
import { beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/render/render.ts';
import { report } from '../../src/report/report.ts';
import { type Sample, sample } from '../report/sample.ts';
import { wholeTexts } from './whole.ts';

let year: Sample;
let files: Map<string, string>;
const sheets = async ({ model, plan, gaps }: Sample) =>
  wholeTexts(await render(report(model, plan, gaps), { only: new Set(['sheets'] as const) }));

beforeAll(async () => {
  year = await sample();
  files = await sheets(year);
});

describe('sheets', () => {
  it('are there for each department, shift of a site, facilitator and room, and one leads to all', () => {
    const { model } = year;
    const paths = [...files.keys()];
    for (const id of model.departments.keys()) expect(paths).toContain(`sheets/departments/${id}.html`);
    for (const id of model.facilitators.keys()) expect(paths).toContain(`sheets/facilitators/${id}.html`);
    for (const id of model.rooms.keys()) expect(paths).toContain(`sheets/rooms/${id}.html`);
    for (const { site, shift } of model.posts.values())
      expect(paths).toContain(`sheets/sites/${site}.${shift}.html`);
    const led = [...files.get('sheets/index.html')!.matchAll(/href="([^"]+)"/g)].map(
      ([, href]) => `sheets/${href}`,
    );
    expect([...led, 'sheets/index.html'].sort()).toEqual(paths.sort());
  });

  it('hold every session that takes place once, with a line for each seat', () => {
    const { plan } = year;
    for (const { id, name } of year.model.departments.values()) {
      const text = files.get(`sheets/departments/${id}.html`)!;
      const held = plan.sessions.filter(
        ({ status, departments }) => status === 'confirmed' && departments.includes(id),
      );
      expect(text.match(/<tr><td/g) ?? [], name).toHaveLength(held.length);
    }
    const finance = files.get('sheets/departments/finance.html')!;
    expect(finance).toContain('<span dir="auto">1</span>');
    expect(finance).toContain('class="sign"');
  });

  it('run nothing, fetch nothing, and show markup as text', async () => {
    const hostile = await sheets(
      await sample((yaml) => yaml.replace('name: Finance', 'name: <script>alert(1)</script>')),
    );
    for (const [path, text] of hostile) {
      expect(text, path).toContain("default-src 'none'");
      expect(text, path).not.toMatch(/<script|<img|https?:/);
    }
    expect(hostile.get('sheets/departments/finance.html')).toContain('&#60;script&#62;');
  });

  it('are not made unless they are asked for', async () => {
    const { model, plan, gaps } = year;
    const all = await render(report(model, plan, gaps));
    expect(all.filter(({ path }) => path.startsWith('sheets/'))).toEqual([]);
  });
});
