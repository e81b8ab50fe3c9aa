/** What there is to tell about a year, as neutral data: pages, tables, calendars, documents. */

import type { Gaps } from '../model/made/gaps.ts';
import { ledBy } from '../model/made/led-by.ts';
import type { Plan } from '../model/made/plan.ts';
import { lazy } from '../model/made/remembered.ts';
import type { Model } from '../model/model.ts';
import { planPieces } from '../plan/write.ts';
import { agendas, PEOPLE } from './agendas.ts';
import { agreedPages, changesPages, toldChanges } from './changes/folder.ts';
import type { News } from './changes/news.ts';
import { listed, makeContext } from './context.ts';
import { experienceMap } from './experience.ts';
import type { Notes } from './holidays.ts';
import type { ToldNews } from './look/news.ts';
import { certificatesPage } from './pages/certificates.ts';
import { costsPage, costsTable } from './pages/costs.ts';
import { facilitatorPage } from './pages/dated.ts';
import { deliveryPage } from './pages/delivery.ts';
import { departmentPage } from './pages/department.ts';
import { experiencePage } from './pages/experience-map.ts';
import { gapsPage } from './pages/gaps.ts';
import { hasHolidays, holidaysPage } from './pages/holidays.ts';
import { learnedPage } from './pages/learned.ts';
import { readmePage } from './pages/readme.ts';
import { sitePages } from './pages/sites.ts';
import { certificatesTable, hasCertificates } from './tables/certificates.ts';
import { deliveryTable } from './tables/delivery.ts';
import { experienceTable } from './tables/experience-map.ts';
import { learnedTable } from './tables/learned.ts';
import { matrixTable } from './tables/matrix.ts';
import { sessionsTable } from './tables/sessions.ts';
import type { Agenda, Cuts, Page, Reports, TextMaker } from './types.ts';

export interface ReportOptions {
  /** What has changed since people agreed to a plan; `agreed/` tells it. */
  readonly sinceAgreed?: News | undefined;
  /** What the last plan changed, as it was told then; where this is that plan still. */
  readonly told?: ToldNews | undefined;
  /** What closes findings as it was tried, by their keys: `Write … : 98.2 → 99.1 of 100`. */
  readonly patches?: ReadonlyMap<string, string> | undefined;
}

/**
 * A pure function of what it is given: no clock, locale or zone of the machine enters.
 *
 * @param news what has changed since the plan before; `changes/` tells it
 * @param notes what the regions' calendars say besides their public holidays: `notesOf`
 */
export function report(
  model: Model,
  plan: Plan,
  gaps: Gaps,
  notes: Notes = new Map(),
  news: News | undefined = undefined,
  options: ReportOptions = {},
): Reports {
  const context = makeContext(model, plan, gaps);
  const changed = news && toldChanges(news);
  const departments = [...model.departments.values()].map((department): [string, () => Page] => [
    `departments/${department.id}`,
    () => departmentPage(context, department),
  ]);
  const leading = lazy(() => listed(plan.sessions, ledBy));
  const facilitators = [...model.facilitators.values()].map((one): [string, () => Page] => [
    `facilitators/${one.id}`,
    () => facilitatorPage(context, one, leading().get(one.id) ?? []),
  ]);
  const map = lazy(() => experienceMap(context));
  return {
    product: productOf(plan),
    pages: new Map([
      ['README', () => readmePage(context)],
      ['gaps', () => gapsPage(context)],
      ['experience-map', () => experiencePage(context, map())],
      ...(hasHolidays(context) ? [['holidays', () => holidaysPage(context, notes)] as const] : []),
      ...(model.costs ? [['costs', () => costsPage(context)] as const] : []),
      ...(model.attendance.length > 0 ? [['delivery', () => deliveryPage(context)] as const] : []),
      ...(hasCertificates(model) ? [['certificates', () => certificatesPage(context)] as const] : []),
      ...(model.actions.length > 0 ? [['learned', () => learnedPage(context)] as const] : []),
      ...departments,
      ...sitePages(context),
      ...facilitators,
      ...(news ? changesPages(news) : []),
      ...(options.sinceAgreed ? agreedPages(options.sinceAgreed) : []),
    ]),
    tables: new Map([
      ['sessions', sessionsTable(context)],
      ['matrix', matrixTable(context)],
      ['experience-map', experienceTable(context, map)],
      ...(model.attendance.length > 0 ? [['delivery', deliveryTable(context)] as const] : []),
      ...(hasCertificates(model) ? [['certificates', certificatesTable(context)] as const] : []),
      ...(model.actions.length > 0 ? [['learned', learnedTable(context)] as const] : []),
      ...(model.costs ? [['costs', costsTable(context)] as const] : []),
    ]),
    ...shared(agendas(context)),
    documents: new Map<string, object | TextMaker>([
      ['plan.json', (cuts) => planPieces(remembering(plan, cuts))],
      ['gaps.json', gaps],
      ...(changed ? [['changes/changes.json', changed] as const] : []),
    ]),
    look: async () => {
      const { lookOf } = await import('./look/look.ts');
      const agreed = options.sinceAgreed && toldChanges(options.sinceAgreed);
      return lookOf(context, { changed: changed ?? options.told, agreed, patches: options.patches });
    },
    book: async () => {
      const { bookOf } = await import('./book/book.ts');
      return bookOf(context);
    },
    sheets: async () => {
      const { printSheets } = await import('./sheets/sheets.ts');
      return printSheets(context);
    },
  };
}

/** Without people's own calendars: those are for them alone. */
function shared({ agendas: all, events }: Pick<Reports, 'agendas' | 'events'>) {
  const others = new Map<string, Agenda>([...all].filter(([path]) => !PEOPLE.test(path)));
  return { agendas: others, events };
}

/** Once a calendar was cut, it stays cut, and its files keep their names. */
function remembering(plan: Plan, cuts: Cuts): Plan {
  if (cuts.size === 0 || !plan.calendars) return plan;
  const calendars = plan.calendars.map((one) => {
    const parts = cuts.get(`calendars/${one.id}`);
    return parts ? { ...one, parts } : one;
  });
  return { ...plan, calendars };
}

/** `cxplan 0.1.0` → `cxplan 0`: a new patch level must not change every calendar. */
export function productOf({ made }: Plan): string {
  return made.tool.replace(/^(\S+ \d+)\..*$/, '$1');
}
