/** The page is shown before anything else is made, as it will be written. */
import { expect, it } from 'vitest';
import { type Preview, render } from '../../src/render/render.ts';
import { report } from '../../src/report/report.ts';
import { sample } from '../report/sample.ts';
import { wholeTexts } from './whole.ts';

it('shows the page with the links of the run before, and as it is written', async () => {
  const { model, plan, gaps } = await sample();
  const plain = wholeTexts(await render(report(model, plan, gaps)));
  const written = plain.get('index.html')!;
  const shown: string[] = [];
  const preview: Preview = { paths: undefined, show: async (html) => void shown.push(html) };
  const round = async (name: string) => {
    const renamed = { ...plan, programme: { ...plan.programme, name } };
    return wholeTexts(await render(report(model, renamed, gaps), { preview }));
  };

  // Nobody knows yet what lies beside it.
  expect(await round(plan.programme.name)).toEqual(plain);
  expect(shown).toEqual([]);
  expect(preview.paths).toEqual(new Set([...plain.keys()].filter((path) => path !== 'index.html')));

  const next = await round('Another year');
  expect(shown).toEqual([next.get('index.html')]);
  expect(next.get('index.html')).not.toBe(written);

  // A file more or less is only known when all are made: the file has the last word.
  preview.paths = new Set(['plan.json']);
  expect(await round(plan.programme.name)).toEqual(plain);
  expect(shown[1]).toContain('plan.json');
  expect(shown[1]).not.toBe(written);
});

it('shows it before any other file is made', async () => {
  const { model, plan, gaps } = await sample();
  const reports = report(model, plan, gaps);
  const made: string[] = [];
  const heard = {
    ...reports,
    book: async () => {
      made.push('workbook');
      return reports.book!();
    },
    get agendas() {
      made.push('calendars');
      return reports.agendas;
    },
  };
  const show = async () => void made.push('page');
  await render(heard, { preview: { paths: new Set(), show } });
  expect(made[0]).toBe('page');
  expect(made).toContain('workbook');
  expect(made).toContain('calendars');
});
