/** `cxplan diff`: what one plan has otherwise than another, for whom, and why. */
import { resolve } from 'node:path';
import { assessGaps } from '../../coverage/gaps.ts';
import type { Id, Model } from '../../model/model.ts';
import { newsDocument } from '../../report/changes/document.ts';
import { type News, newsOf, type ReaderKind, type Version } from '../../report/changes/news.ts';
import { findRoot } from '../../workspace/files/root.ts';
import { mailNews, markdownNews, prettyNews, type Reader } from '../diff/formats.ts';
import { versionsOf } from '../diff/versions.ts';
import { Failure } from '../failure.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { loadValid } from '../load.ts';
import { printJson } from '../print.ts';
import { paintFor } from '../style.ts';

export interface DiffFlags {
  readonly workspace?: string;
  readonly out?: string;
  readonly since?: string;
  readonly department?: string;
  readonly site?: string;
  readonly facilitator?: string;
  readonly format: 'pretty' | 'json' | 'markdown' | 'mail';
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** 0 when the plans were compared, whatever came of it. */
export async function diff(
  target: string | undefined,
  flags: DiffFlags,
  host: Host,
  old: string,
): Promise<number> {
  const workspace = flags.workspace ?? workspaceOf([target, old], host);
  const { root, model, loaded } = await loadValid(workspace, host, flags);
  const folder = outputFolder(root, flags.out, host);
  const asked = { old: old === '' ? undefined : old, new: target, since: flags.since };
  const { before, after } = await versionsOf(asked, { host, model, root, folder });
  requireOneProgramme(before, after);
  const format = flags.json ? 'json' : flags.format;
  // Whoever gets a mail has no lines to look up.
  const locate = format === 'mail' ? undefined : loaded.locate;
  const news = newsOf(model, judged(model, before), judged(model, after), locate);
  const reader = await readerOf(news, model, flags);
  if (format === 'json') {
    printJson(newsDocument(news, reader?.concerned.changes ?? news.diff.sessions, loaded.locate), host);
  } else if (format === 'pretty') host.out(prettyNews(news, reader, await paintFor(host, 1)));
  else host.out((format === 'mail' ? mailNews : markdownNews)(news, reader));
  return 0;
}

/** Outside every workspace, that in which one of the named plans lies; undefined where the usual search is to go on. */
function workspaceOf(plans: readonly (string | undefined)[], { cwd }: Host): string | undefined {
  if (findRoot(cwd) !== undefined) return undefined;
  for (const plan of plans) {
    const root = plan ? findRoot(resolve(cwd, plan)) : undefined;
    if (root !== undefined) return root;
  }
  return undefined;
}

/** Gaps as they were written beside the plan; assessed anew where they were not. */
function judged(model: Model, { plan, gaps }: Version): Version {
  return { plan, gaps: gaps ?? assessGaps(model, plan) };
}

function requireOneProgramme({ plan: before }: Version, { plan: after }: Version): void {
  const [old, now] = [before.programme, after.programme];
  if (old.ends < now.starts || old.starts > now.ends) {
    throw new Failure(
      `these are plans of different years: ${old.name} (${old.starts} to ${old.ends}) and ${now.name} (${now.starts} to ${now.ends})`,
    );
  }
}

/** Whom the flags name. @throws Failure where they name two, or nobody that there is */
async function readerOf(news: News, model: Model, flags: DiffFlags): Promise<Reader | undefined> {
  const asked: readonly (readonly [ReaderKind, string, Id | undefined])[] = [
    ['departments', 'department', flags.department],
    ['sites', 'site', flags.site],
    ['facilitators', 'facilitator', flags.facilitator],
  ];
  const named = asked.filter(([, , id]) => id !== undefined);
  if (named.length > 1) throw new Failure('name one reader: --department, --site or --facilitator');
  const [kind, word, id] = named[0] ?? [];
  if (kind === undefined || id === undefined) return undefined;
  const concerned = news.readers(kind).find((one) => one.id === id);
  if (concerned) return { kind, concerned };
  const { then, now } = news.both;
  const thing = model[kind].get(id) ?? then.model[kind].get(id);
  if (thing)
    return { kind, concerned: { id, name: thing.name, changes: [], people: 0, rituals: [], leftOut: [] } };
  const { nearest } = await import('../../diagnostics/nearest.ts');
  const near = nearest(id, [...now.model[kind].keys()]);
  throw new Failure(`there is no ${word} '${id}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
}
