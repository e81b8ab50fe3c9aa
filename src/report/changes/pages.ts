/** The news as pages: one over all of it, and one for each reader whom something concerns. */

import type { PlanRitual, PlanTheme, PlanUnscheduled } from '../../model/made/plan.ts';
import type { ChangeKind, ItemChange } from '../../plan/diff/diff.ts';
import { ritualTitle, tellerOf } from '../../wording/told.ts';
import type { Context } from '../context.ts';
import type { ToldNews } from '../look/news.ts';
import { themeName } from '../names.ts';
import { alikeUnplaced, unplacedWords } from '../reasons.ts';
import type { Block, Link, Page } from '../types.ts';
import {
  capital,
  counted,
  dateWords,
  daysWords,
  dayWords,
  decimal,
  peopleWords,
  quoted,
  sentence,
  someWords,
} from '../words.ts';
import type { News, ReaderKind, Recipient } from './news.ts';
import { countsWords, scoreLines, standingWords } from './summary.ts';
import { linesOf as tellAll } from './told.ts';

/** Most lines under one heading; the rest is counted. */
export interface Bounds {
  readonly most: number;
  /** Where the rest can be read: `cxplan diff --department stores`. */
  readonly rest: (kind: ReaderKind, id: string) => string;
}

const KINDS: readonly (readonly [ChangeKind, string])[] = [
  ['moved', 'Moved'],
  ['cancelled', 'Cancelled'],
  ['added', 'New'],
  ['people', 'Other people'],
  ['leader', 'Led by somebody else'],
  ['place', 'Held elsewhere'],
  ['words', 'Called or described otherwise'],
];

/** `changes/README`: how much changed, for whom, what it does to the score and the gaps; then by department. */
export function changesPage(news: News, bounds: Bounds, links: readonly Link[] = []): Page {
  const departments = news.readers('departments');
  return {
    title: `What changed: ${news.after.plan.programme.name}`,
    blocks: [
      ...headBlocks(news),
      ...(links.length > 0 ? [{ kind: 'links', items: links } as const] : []),
      ...departments.flatMap((reader) => [
        { kind: 'heading', level: 2, text: reader.name } as const,
        ...linesOf(news, 'departments', reader, bounds),
      ]),
      ...themeBlocks(news),
      ...placeBlocks(news, bounds.most),
      ...gapBlocks(news, bounds.most),
    ],
  };
}

/** The same for the page and for whoever comes later: the plan that was before is gone by then. */
export function toldNews(news: News, bounds: Bounds): ToldNews {
  return {
    head: [...headBlocks(news), ...themeBlocks(news), ...placeBlocks(news, bounds.most)],
    departments: news.readers('departments').map((reader) => ({
      id: reader.id,
      name: reader.name,
      blocks: linesOf(news, 'departments', reader, bounds),
    })),
    gaps: gapBlocks(news, bounds.most),
  };
}

/** `changes/departments/finance`: what one reader is told, and nothing else. */
export function readerPage(news: News, kind: ReaderKind, reader: Recipient, bounds: Bounds): Page {
  const who =
    kind === 'departments' && reader.people > 0
      ? ` · ${peopleWords(news.both.now.say, reader.people)} concerned`
      : '';
  return {
    title: `${reader.name}: what changed`,
    blocks: [
      {
        kind: 'paragraph',
        text: `${fromTo(news)}: ${countsWords(news.both.now.say, reader.changes)}${who}.`,
      },
      ...(kind === 'departments' ? signedBlocks(news, reader.id) : []),
      ...linesOf(news, kind, reader, bounds),
      { kind: 'paragraph', text: 'Everything else stands as it was.' },
    ],
  };
}

function headBlocks(news: News): Block[] {
  const { both, diff } = news;
  const calendars = news.calendars();
  const concerned = news.readers('departments').length;
  const paragraphs = [
    `${fromTo(news)}: ${countsWords(both.now.say, diff.sessions)}; ${standingWords(news)}.`,
    ...(concerned > 0
      ? [
          `${capital(peopleWords(news.both.now.say, news.people()))} in ${counted(news.both.now.say, concerned, 'department')} ${news.people() === 1 ? 'is' : 'are'} concerned, and ${counted(news.both.now.say, calendars.length, 'calendar')}.`,
        ]
      : []),
    ...scoreLines(news),
  ];
  return paragraphs.map((text) => ({ kind: 'paragraph', text }));
}

function fromTo({ before, after, both: { now } }: News): string {
  const [from, to] = [before, after].map(({ plan }) => dateWords(now.say, plan.asOf)) as [string, string];
  return from === to ? `As of ${to}` : `From the plan of ${from} to that of ${to}`;
}

/** What the head of the department agreed, if that was before this. */
function signedBlocks({ both: { now } }: News, id: string): Block[] {
  const signed = now.model.departments.get(id)?.signedOff;
  if (signed === undefined) return [];
  return [{ kind: 'paragraph', text: `The plan was signed off on ${now.say.date(signed)}.` }];
}

function linesOf(news: News, kind: ReaderKind, reader: Recipient, { most, rest }: Bounds): Block[] {
  const { changes, rituals, leftOut } = reader;
  const blocks: Block[] = [];
  let left = most;
  let missing = 0;
  for (const [what, title] of KINDS) {
    const some = changes.filter((change) => change.kind === what);
    if (some.length === 0) continue;
    if (left <= 0) {
      missing += some.length;
      continue;
    }
    const lines = tellAll(some.map(news.told), news.both.now);
    const items = lines.slice(0, left);
    left -= items.length;
    missing += lines.length - items.length;
    blocks.push(
      { kind: 'heading', level: 3, text: `${title} (${decimal(news.both.now.say, some.length)})` },
      { kind: 'list', items },
    );
  }
  if (missing > 0) {
    const text = `… and ${counted(news.both.now.say, missing, 'more change', 'more changes')}: ${rest(kind, reader.id)}`;
    blocks.push({ kind: 'paragraph', text });
  }
  if (leftOut.length > 0) {
    const title = { kind: 'heading', level: 3, text: 'Without a place now' } as const;
    blocks.push(title, leftOutList(news.both.now, leftOut, most));
  }
  if (rituals.length > 0) {
    const items = rituals.slice(0, most).map((change) => ritualLine(news, change));
    blocks.push({ kind: 'heading', level: 3, text: 'Messages and rituals' }, { kind: 'list', items });
  }
  return blocks;
}

function ritualLine({ both: { then, now } }: News, { kind, before, after }: ItemChange<PlanRitual>): string {
  const [context, item] = after ? [now, after] : [then, before!];
  const title = quoted(ritualTitle(tellerOf(context.model), item));
  const date = dayWords(now.say, item.date);
  if (kind === 'moved') return sentence(`${title}: ${dayWords(now.say, before!.date)} → ${date}`);
  return sentence(
    `${title}: ${kind === 'words' ? 'called so now' : kind === 'added' ? 'new' : kind}, ${date}`,
  );
}

function themeBlocks({ both: { then, now }, diff: { themes } }: News): Block[] {
  if (themes.length === 0) return [];
  const items = themes.map(({ kind, before, after }: ItemChange<PlanTheme>) => {
    const [context, { theme, from, to }] = after ? [now, after] : [then, before!];
    const days = daysWords(now.say, from, to);
    const was = before && after && kind === 'moved' ? `${daysWords(now.say, before.from, before.to)} → ` : '';
    const word = { moved: '', added: 'new, ', cancelled: 'no longer, ', words: 'called so now, ' }[kind];
    return sentence(`${quoted(themeName(context, theme))}: ${word}${was}${days}`);
  });
  return [
    { kind: 'heading', level: 2, text: 'Themes of the months' },
    { kind: 'list', items },
  ];
}

/** Who has found a place; who has lost one stands with the department. */
function placeBlocks({ both: { then, now }, diff: { placed } }: News, most: number): Block[] {
  if (placed.length === 0) return [];
  const seats = placed.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const modules = [
    ...new Set(placed.map(({ module }) => quoted(then.model.modules.get(module)?.name ?? module))),
  ];
  const text = `${counted(now.say, seats, 'seat')}, in ${someWords(modules, most)}.`;
  return [{ kind: 'paragraph', lead: 'No longer without a place:', text }];
}

function leftOutList(now: Context, leftOut: readonly PlanUnscheduled[], most: number): Block {
  const items = alikeUnplaced(leftOut).map((some) => unplacedWords(now, some));
  const rest = items.length - most;
  return {
    kind: 'list',
    items: [...items.slice(0, most), ...(rest > 0 ? [`… and ${decimal(now.say, rest)} more.`] : [])],
  };
}

function gapBlocks({ both: { now }, gaps: { opened, closed } }: News, most: number): Block[] {
  const list = (title: string, found: News['gaps']['opened']): Block[] => {
    if (found.length === 0) return [];
    const items = found.slice(0, most).map(({ rule, message }) => `${rule}: ${sentence(message)}`);
    const more = found.length > most ? [`… and ${counted(now.say, found.length - most, 'more gap')}.`] : [];
    return [
      { kind: 'heading', level: 2, text: `${title} (${decimal(now.say, found.length)})` },
      { kind: 'list', items: [...items, ...more] },
    ];
  };
  return [...list('Gaps opened', opened), ...list('Gaps closed', closed)];
}
