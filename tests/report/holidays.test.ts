/** The holidays a plan was made with are shown, with their hours and sources, and what is often closed beside them. */
import { describe, expect, it } from 'vitest';
import { assessGaps } from '../../src/coverage/gaps.ts';
import type { Model } from '../../src/model/model.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { makeContext } from '../../src/report/context.ts';
import { holidayRows, notesOf, oftenClosedAt, partsWords } from '../../src/report/holidays.ts';
import { holidaysPage } from '../../src/report/pages/holidays.ts';
import { minimal, modelOf } from '../fixtures.ts';
import { planned } from '../schedule/helpers.ts';

const firm = (sites: Record<string, unknown>) =>
  modelOf(
    minimal({
      programme: { ends: '2027-12-31' },
      sites,
      departments: { stores: { site: Object.keys(sites)[0] } },
    }),
  );

const often = async (model: Model, site: string) =>
  oftenClosedAt(model.sites.get(site)!, await notesOf(model)).map(({ name, type }) => `${name} (${type})`);

describe('holidays that are shown', () => {
  it('stand on a page, with hours, source, estimates and why they were corrected', async () => {
    const model = await firm({
      reykjavik: {
        holidays: { region: 'IS', dates: [{ date: '2027-12-23', hours: '15:00-24:00', name: 'Þorlákur' }] },
      },
      seoul: { holidays: 'KR' },
      singapore: { holidays: 'SG' },
      akureyri: {
        holidays: { region: 'IS', dates: [{ date: '2027-12-23', hours: '15:00-24:00', name: 'Þorlákur' }] },
      },
    });
    const { plan } = await planned(model);
    const context = makeContext(model, plan, assessGaps(model, plan));
    const text = renderMarkdown(holidaysPage(context, await notesOf(model)));
    expect(text).toContain('| 24 December 2027 | Friday | Aðfangadagur | 13:00-24:00 | the calendar of IS |');
    expect(text).toContain(
      '| 23 December 2027 | Thursday | Þorlákur | 15:00-24:00 | written in the workspace |',
    );
    expect(text).toContain(
      '| 10 March 2027 | Wednesday | Hari Raya Puasa | all day | the calendar of SG, corrected, an estimate |',
    );
    expect(text).toMatch(
      /- 2027-05-03: Labour Day of 2027 .* Source: List of the official gazette for 2027\./,
    );
    // Sites that keep the same days stand together.
    expect(text.match(/^## .*/gm)).toEqual(['## Akureyri and Reykjavik', '## Seoul', '## Singapore']);
  });

  it('name what is often closed and not counted', async () => {
    const model = await firm({
      malmo: { holidays: 'SE' },
      rio: { holidays: 'BR' },
      turku: { holidays: 'FI' },
      own: { holidays: { region: 'SE', dates: ['2027-06-25'] } },
    });
    expect(await often(model, 'malmo')).toContain('midsommarafton (bank)');
    expect(await often(model, 'rio')).toContain('Carnaval (bank)');
    expect(await often(model, 'turku')).toContain('jouluaatto (bank)');
    // What the firm keeps itself is counted.
    expect(await often(model, 'own')).not.toContain('midsommarafton (bank)');
  });

  it('hint at a part of the region that keeps more', async () => {
    const model = await firm({ munich: { holidays: 'DE-BY' }, passau: { holidays: 'DE-BY-KATH' } });
    const notes = await notesOf(model);
    expect(partsWords(model.sites.get('munich')!, notes).join()).toMatch(
      /DE-BY-KATH keeps Mariä Himmelfahrt besides/,
    );
    expect(partsWords(model.sites.get('passau')!, notes)).toEqual([]);
  });

  it('are those inside the programme only, of the site’s own region', async () => {
    const model = await firm({ leeds: { holidays: 'GB-ENG' }, glasgow: { holidays: 'GB-SCT' } });
    const days = (site: string) => holidayRows(model, model.sites.get(site)!).map(({ name }) => name);
    expect(days('leeds')).toContain('Easter Monday');
    expect(days('glasgow')).not.toContain('Easter Monday');
    // New Year’s Day is before the programme.
    expect(days('leeds').join()).not.toMatch(/New Year/);
  });
});
