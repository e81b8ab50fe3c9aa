/** Pages for those who must act: every date, on one clock, and links to files that are there. */
import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanSession } from '../../src/model/made/plan.ts';
import { render } from '../../src/render/render.ts';
import { makeContext } from '../../src/report/context.ts';
import { monthRows } from '../../src/report/pages/rows.ts';
import { seriesWords } from '../../src/report/pages/series.ts';
import { report } from '../../src/report/report.ts';
import type { Page } from '../../src/report/types.ts';
import { wholeTexts } from '../render/whole.ts';
import { type Sample, sample } from './sample.ts';

let year: Sample;

beforeAll(async () => {
  year = await sample();
});

const pagesOf = ({ model, plan, gaps }: Sample) => report(model, plan, gaps).pages;
const page = (path: string): Page => pagesOf(year).get(path)!();
const rowsOf = ({ blocks }: Page) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []));

/** Every date that a page of a year names, as `2027-03-02 09:30`, read back from its words. */
function datesTold({ blocks }: Page): string[] {
  const months = ['January', 'February', 'March', 'April'];
  let month = '';
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') month = `2027-${String(months.indexOf(block.text) + 1).padStart(2, '0')}`;
    if (block.kind !== 'table') return [];
    return block.table.rows.flatMap(([when]) => timesIn(String(when)).map((time) => `${month}-${time}`));
  });
}

/** `Tuesdays 2 and 16 Mar, 13:00–13:10` → `02 13:00`, `16 13:00` */
function timesIn(when: string): string[] {
  const [, each] = /^.* each: (.*)$/.exec(when) ?? [];
  const [clock] = /\d\d:\d\d(?=–)/.exec(when) ?? [];
  const aside = Number(/(\d+) times side by side/.exec(when)?.[1] ?? 1);
  return (each ?? when).split(';').flatMap((part) => {
    const days = [...part.matchAll(/(?<![\d:(–])(\d{1,2})(?![\d:])(?! times)(?: \((\d+) times\))?/g)];
    const times = each === undefined ? [clock!] : [...part.matchAll(/\d\d:\d\d/g)].map(([text]) => text);
    return days.flatMap(([, day, again]) =>
      times.flatMap((time) => Array(Number(again ?? aside)).fill(`${day!.padStart(2, '0')} ${time}`)),
    );
  });
}

/** A session's start on a zone's clock, by Intl. */
function startIn(zone: string, { startUtc }: PlanSession): string {
  return new Date(startUtc).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
}

function sessionsOf({ plan }: Sample, site: string, department?: string): PlanSession[] {
  const theirs = plan.groups.filter(
    (group) => group.site === site && (department === undefined || group.department === department),
  );
  const groups = new Set(theirs.map(({ id }) => id));
  return plan.sessions.filter(
    (session) =>
      (department === undefined && session.site === site) ||
      session.attendees.some(({ group }) => groups.has(group)),
  );
}

describe('a site’s page', () => {
  it('tells the date of each session of its people, on its own clock, in fewer rows', () => {
    for (const [site, { zone }] of year.model.sites) {
      const sessions = sessionsOf(year, site);
      const told = page(`sites/${site}`);
      expect(sessions.length).toBeGreaterThan(0);
      expect(datesTold(told).sort()).toEqual(sessions.map((one) => startIn(zone, one)).sort());
      expect(rowsOf(told).length).toBeLessThanOrEqual(sessions.length);
    }
    expect(rowsOf(page('sites/york')).length).toBeLessThan(sessionsOf(year, 'york').length);
  });

  it('does not repeat the site’s name in its own groups', () => {
    const who = rowsOf(page('sites/york')).map(([, , text]) => String(text));
    expect(who).toContain('Shop assistants, 2 groups (10)');
    expect(who.filter((text) => text.includes('York'))).toEqual([]);
  });
});

describe('a site that three departments share', () => {
  let shared: Sample;
  beforeAll(() => {
    const agent = year.model.roles.get('care-agent')!;
    const heads = new Map([...agent.heads.values()].map((many) => ['leeds', many]));
    const roles = new Map(year.model.roles).set(agent.id, { ...agent, heads });
    const groups = year.plan.groups.map((one) => (one.role === agent.id ? { ...one, site: 'leeds' } : one));
    shared = { ...year, model: { ...year.model, roles }, plan: { ...year.plan, groups } };
  });

  it('has a page for each, with every date of its people there', () => {
    for (const department of ['shops', 'care', 'finance']) {
      const sessions = sessionsOf(shared, 'leeds', department);
      const told = datesTold(pagesOf(shared).get(`sites/leeds/${department}`)!());
      expect(told.length).toBeGreaterThan(0);
      expect(told.sort()).toEqual(sessions.map((one) => startIn('Europe/London', one)).sort());
    }
  });

  it('leads to them, and tells itself only who comes from elsewhere', () => {
    const { blocks } = pagesOf(shared).get('sites/leeds')!();
    const links = blocks.flatMap((block) => (block.kind === 'links' ? block.items : []));
    expect(links.map(({ href }) => href)).toEqual([
      '../index.html#/calendar?mode=list&site=leeds',
      '../calendars/sites/leeds',
      'leeds/care.md',
      'leeds/finance.md',
      'leeds/shops.md',
    ]);
    const guests = sessionsOf(shared, 'leeds').filter(
      (one) => !['shops', 'care', 'finance'].some((id) => sessionsOf(shared, 'leeds', id).includes(one)),
    );
    expect(datesTold({ title: '', blocks }).length).toBe(guests.length);
  });

  it('is linked from the departments at their own pages', async () => {
    const { model, plan, gaps } = shared;
    const files = wholeTexts(await render(report(model, plan, gaps)));
    expect(files.get('departments/finance.md')).toContain('](../sites/leeds/finance.md)');
    expect(files.get('departments/shops.md')).toContain('](../sites/york.md)');
    expect(files.get('sites/leeds/finance.md')).toContain('](../../index.html#/calendar?');
  });
});

describe('a series of sessions', () => {
  const words = (...slots: [date: string, start: string, end: string][]) =>
    seriesWords(
      makeContext(year.model, year.plan, year.gaps),
      slots.map(([date, start, end]) => ({
        slot: { zone: 'Europe/London', sites: [], date, endDate: date, start, end },
        minutes: 20,
      })),
    );

  it.each<[string, ...[string, string, string][]]>([
    ['Tue 2 Mar, 09:00–09:20', ['2027-03-02', '09:00', '09:20']],
    [
      'Tuesdays 2 and 16 Mar, 09:00–09:20',
      ['2027-03-02', '09:00', '09:20'],
      ['2027-03-16', '09:00', '09:20'],
    ],
    ['Tue 2 and Wed 17 Mar, 09:00–09:20', ['2027-03-02', '09:00', '09:20'], ['2027-03-17', '09:00', '09:20']],
    [
      'Tue 2 (2 times) and Tue 9 Mar, 09:00–09:20',
      ['2027-03-02', '09:00', '09:20'],
      ['2027-03-02', '09:00', '09:20'],
      ['2027-03-09', '09:00', '09:20'],
    ],
    [
      'Tue 2 Mar, 09:00–09:20, 2 times side by side',
      ['2027-03-02', '09:00', '09:20'],
      ['2027-03-02', '09:00', '09:20'],
    ],
    [
      '20 min each: Tue 2 at 09:00 and 14:00; Thu 4 at 09:00',
      ['2027-03-02', '09:00', '09:20'],
      ['2027-03-02', '14:00', '14:20'],
      ['2027-03-04', '09:00', '09:20'],
    ],
  ])('is %s', (expected, ...slots) => {
    expect(words(...slots)).toBe(expected);
    expect(timesIn(expected)).toHaveLength(slots.length);
  });
});

describe('a facilitator’s page', () => {
  it('tells the date of each session that they lead', () => {
    for (const id of year.model.facilitators.keys()) {
      const led = year.plan.sessions.filter(({ facilitator }) => facilitator === id);
      expect(datesTold(page(`facilitators/${id}`)).length).toBe(led.length);
    }
  });
});

describe('a time', () => {
  it('carries its zone where that is another than the page’s', () => {
    const [session] = year.plan.sessions.filter(({ id }) => id.startsWith('kind-invoices'));
    const abroad = { ...session!, timezone: 'Europe/Amsterdam' };
    const context = makeContext(year.model, year.plan, year.gaps);
    const when = (some: typeof abroad) => String(monthRows(context, 'finance', [some])[0]?.[0]);
    expect(when(session!)).not.toContain('(');
    expect(when(abroad)).toBe(`${when(session!)} (Europe/Amsterdam)`);
  });
});

describe('names', () => {
  it('stand in the order in which people look for them', () => {
    const departments = new Map(
      [...year.model.departments].map(([id, one]) => [id, id === 'shops' ? { ...one, name: 'Aisles' } : one]),
    );
    const model = { ...year.model, departments };
    const { blocks } = report(model, year.plan, year.gaps).pages.get('README')!();
    const [links] = blocks.flatMap((block) => (block.kind === 'links' ? [block.items] : []));
    const named = links!.filter(({ href }) => href.startsWith('departments/')).map(({ text }) => text);
    expect(named[0]).toBe('Aisles');
    expect(named).toEqual([...named].sort());
  });
});

describe('links', () => {
  /** Every relative link of every page, from the plan's folder. */
  const targets = (files: ReadonlyMap<string, string>): string[] =>
    [...files]
      .filter(([path]) => path.endsWith('.md'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href]) =>
          posix.join(posix.dirname(path), href!.replace(/#.*/, '')),
        ),
      );
  const leadsNowhere = (files: ReadonlyMap<string, string>): string[] =>
    targets(files).filter(
      (target) => !files.has(target) && ![...files.keys()].some((path) => path.startsWith(target)),
    );

  it('lead to files that are written with the page, whatever else is', async () => {
    const reports = report(year.model, year.plan, year.gaps);
    for (const only of [undefined, new Set(['md'] as const), new Set(['md', 'csv'] as const)]) {
      const files = wholeTexts(await render(reports, { only }));
      expect(targets(files).length).toBeGreaterThan(5);
      expect(leadsNowhere(files)).toEqual([]);
    }
  });

  it('lead to every part of a calendar that comes in parts, and not to the whole', async () => {
    const many = Array.from({ length: 80 }, (_, round) =>
      year.plan.sessions.map((session) => ({
        ...session,
        id: `${session.id}.x${round}`,
        uid: `${round}-${session.uid}`,
      })),
    ).flat();
    const plan = { ...year.plan, sessions: [...year.plan.sessions, ...many] };
    const files = wholeTexts(await render(report(year.model, plan, year.gaps)));
    const parts = [...files.keys()].filter((path) => path.startsWith('calendars/departments/shops-'));
    expect(parts.length).toBeGreaterThan(1);
    expect(leadsNowhere(files)).toEqual([]);
    const text = files.get('departments/shops.md')!;
    for (const part of parts) expect(text).toContain(`(../${part})`);
    expect(text).not.toContain('shops.ics');
  });
});

describe('sources', () => {
  it('are named where reasons speak of them', async () => {
    const text = wholeTexts(await render(report(year.model, year.plan, year.gaps))).get('gaps.md')!;
    for (const [, article] of text.matchAll(/\((A\d)\)/g))
      expect(text).toMatch(new RegExp(`^- ${article}: `, 'm'));
    expect(text).toMatch(/^- A1: .*\(Jeannie Walters\)$/m);
  });
});
