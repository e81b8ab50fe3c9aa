/** The comparison for people, and for programs. */
import type { Say } from '../../calendar/say.ts';
import type { Painter } from '../../diagnostics/painter.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { scoreWords } from '../../diagnostics/seats.ts';
import type { Finding } from '../../model/made/gaps.ts';
import { newsDocument } from '../../report/changes/document.ts';
import { countsWords, standingWords } from '../../report/changes/summary.ts';
import { counted } from '../../wording/words.ts';
import type { Workspace } from '../load.ts';
import { isChange, type Upgrade } from './compare.ts';

/** Rules and constraints by name in one line. */
const MOST = 6;

export function upgradeText(upgrade: Upgrade, paint: Painter): string {
  const { from, to, edited, broken, news, gaps, score, files } = upgrade;
  const { say } = news.both.now;
  const { sessions, rituals } = news.diff;
  const same = sessions.length === 0 ? '' : `; ${standingWords(news)}`;
  const rites =
    rituals.length === 0
      ? ''
      : `; ${counted(say, rituals.length, 'ritual')} on another day or in other words`;
  const rows: [string, string][] = [
    [
      'Workspace',
      `valid${edited ? '; it has changed since the plan was made, so what follows comes of that, too' : ''}`,
    ],
    [
      'Plan',
      broken.length === 0
        ? 'no constraint is broken'
        : `breaks what this version checks, ${counted(say, broken.length, 'time')}: ${named(broken.map(({ constraint }) => constraint))}`,
    ],
    ['Sessions', `${countsWords(say, sessions)}${same}${rites}`],
    ['Gaps', gaps ? gapWords(gaps) : 'those of before are not there to compare'],
    ['Coverage', coverageWords(say, score)],
    ['Files', fileWords(files)],
  ];
  const people = news.people();
  const seen =
    people === 0
      ? 'Nobody would see another day, time or place of a session.'
      : `${counted(say, people, 'person', 'people')} would see another day, time or place.`;
  const renews = isAsItIs(files) ? '' : ' cxplan generate renews the files.';
  const end = isChange(upgrade)
    ? `${seen} Commit the plan before you run cxplan generate: then cxplan diff HEAD:plan/plan.json tells each change.`
    : `Nothing would change in anybody’s calendar, in a score or in a finding.${renews}`;
  const title = from === to ? `${to} made this plan` : `From ${from} to ${to}`;
  return [
    paint.bold(sanitise(title)),
    '',
    ...rows.map(([name, text]) => `  ${name.padEnd(10)}${sanitise(text)}`),
    '',
    end,
    '',
  ].join('\n');
}

export function upgradeJson(upgrade: Upgrade, { loaded }: Workspace): object {
  const { from, to, edited, broken, news, gaps, score, files } = upgrade;
  return {
    from,
    to,
    changes: isChange(upgrade),
    edited,
    broken: broken.map(({ constraint, message }) => ({ constraint, message })),
    score: { before: score.before ?? null, after: score.after },
    gaps: gaps ? { opened: gaps.opened.map(plain), closed: gaps.closed.map(plain) } : null,
    news: newsDocument(news, news.diff.sessions, loaded.locate),
    files,
  };
}

const plain = ({ rule, severity, message }: Finding) => ({ rule, severity, message });

function gapWords({ opened, closed }: { opened: readonly Finding[]; closed: readonly Finding[] }): string {
  if (opened.length + closed.length === 0) return 'the same findings';
  const more = opened.length === 0 ? [] : [`${opened.length} more: ${named(opened.map(({ rule }) => rule))}`];
  const fewer =
    closed.length === 0 ? [] : [`${closed.length} fewer: ${named(closed.map(({ rule }) => rule))}`];
  return [...more, ...fewer].join('; ');
}

function coverageWords(say: Say, { before, after }: Upgrade['score']): string {
  if (before === undefined) return `${scoreWords(say, after)} of 100`;
  return before === after
    ? `${scoreWords(say, after)} of 100, as before`
    : `${scoreWords(say, before)} → ${scoreWords(say, after)} of 100`;
}

function isAsItIs({ added, changed, removed }: Upgrade['files']): boolean {
  return added.length + changed.length + removed.length === 0;
}

function fileWords(files: Upgrade['files']): string {
  if (isAsItIs(files)) return 'every byte as it is';
  const { added, changed, removed, unchanged } = files;
  return `${added.length} new, ${changed.length} changed, ${removed.length} gone, ${unchanged} as they are`;
}

/** `no-voice (3), unpaid`. */
function named(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const all = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const some = all.slice(0, MOST).map(([id, count]) => (count > 1 ? `${id} (${count})` : id));
  return `${some.join(', ')}${all.length > MOST ? ', …' : ''}`;
}
