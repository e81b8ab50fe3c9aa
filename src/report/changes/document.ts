/** The news as data, for programs; times as in `plan.json`. */
import type { Locate } from '../../diagnostics/diagnostic.ts';
import type { Finding } from '../../model/made/gaps.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { SessionChange } from '../../plan/diff/diff.ts';
import type { News, Recipient, Version } from './news.ts';

/** @param changes those that are asked for */
export function newsDocument(news: News, changes: readonly SessionChange[], locate: Locate): object {
  const { diff, before, after, gaps } = news;
  return {
    before: versionOf(before),
    after: versionOf(after),
    same: diff.same,
    people: news.people(),
    calendars: news.calendars(),
    departments: news.readers('departments').map(concernedOf),
    sites: news.readers('sites').map(concernedOf),
    facilitators: news.readers('facilitators').map(concernedOf),
    sessions: changes.map((change) => sessionOf(news, change, locate)),
    rituals: diff.rituals,
    themes: diff.themes,
    leftOut: diff.leftOut,
    placed: diff.placed,
    gaps: { opened: gaps.opened.map(gapOf), closed: gaps.closed.map(gapOf) },
  };
}

function versionOf({ plan, gaps }: Version): object {
  const { asOf, made, score } = plan;
  return {
    asOf,
    issue: made.issue ?? 1,
    coverage: gaps?.organisation.score ?? null,
    unplaced: score.unplaced,
    soft: score.soft,
  };
}

function concernedOf({ id, name, people, changes, rituals, leftOut }: Recipient): object {
  const left = leftOut.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return { id, name, people, sessions: changes.length, rituals: rituals.length, leftOut: left };
}

function sessionOf(news: News, change: SessionChange, locate: Locate): object {
  const { id, kind, kinds, before, after, joined, left } = change;
  const { cause } = news.told(change);
  const at = cause?.at && locate(cause.at, { key: true });
  return {
    id,
    kind,
    kinds: [...kinds],
    module: (after ?? before)!.module,
    departments: (after ?? before)!.departments,
    before: before ? placeOf(before) : null,
    after: after ? placeOf(after) : null,
    joined,
    left,
    cause: cause
      ? { text: cause.text, at: at ? { file: at.file, line: at.line, column: at.column } : null }
      : null,
  };
}

function placeOf(session: PlanSession): object {
  const { start, end, timezone, site, room, facilitator, coFacilitators, heads } = session;
  return {
    start,
    end,
    timezone,
    site,
    room,
    facilitator,
    ...(coFacilitators && { coFacilitators }),
    heads,
  };
}

function gapOf({ rule, severity, key, message }: Finding): object {
  return { rule, severity, key, message };
}
