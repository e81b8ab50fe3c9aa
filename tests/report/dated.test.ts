/** Pages for those who must act: every date, on one clock, and links to files that are there. */
import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/render/render.ts';
import { makeContext } from '../../src/report/context.ts';
import { monthRows } from '../../src/report/pages/rows.ts';
import { report } from '../../src/report/report.ts';
import type { Page } from '../../src/report/types.ts';
import { wholeTexts } from '../render/whole.ts';
import { type Sample, sample } from './sample.ts';

let year: Sample;

beforeAll(async () => {
  year = await sample();
});

const page = (path: string): Page => report(year.model, year.plan, year.gaps).pages.get(path)!();
const rowsOf = ({ blocks }: Page) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []));

describe('a site’s page', () => {
  it('has a row for each session of its people, with its own day and clock', () => {
    for (const site of year.model.sites.keys()) {
      const groups = new Set(year.plan.groups.filter((group) => group.site === site).map(({ id }) => id));
      const sessions = year.plan.sessions.filter(
        (session) => session.site === site || session.attendees.some(({ group }) => groups.has(group)),
      );
      const rows = rowsOf(page(`sites/${site}`));
      expect(sessions.length).toBeGreaterThan(0);
      expect(rows.length).toBe(sessions.length);
      for (const [when] of rows) expect(when).toMatch(/^\w{3} \d+ \w{3}, \d\d:\d\d–/);
    }
  });
});

describe('a facilitator’s page', () => {
  it('has a row for each session that they lead', () => {
    for (const id of year.model.facilitators.keys()) {
      const led = year.plan.sessions.filter(({ facilitator }) => facilitator === id);
      expect(rowsOf(page(`facilitators/${id}`)).length).toBe(led.length);
    }
  });
});

describe('a time', () => {
  it('carries its zone where that is another than the page’s', () => {
    const [session] = year.plan.sessions.filter(({ id }) => id.startsWith('kind-invoices'));
    const abroad = { ...session!, timezone: 'Europe/Amsterdam' };
    const context = makeContext(year.model, year.plan, year.gaps);
    const when = (some: typeof abroad) => String(monthRows(context, 'finance', [some], undefined)[0]?.[0]);
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
