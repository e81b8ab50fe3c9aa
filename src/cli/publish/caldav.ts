/** `publish --caldav`: brings a calendar of a server to what the plan folder has. */

import { type Say, sayIn } from '../../calendar/say.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import type { SnapshotFile } from '../../output/snapshot.ts';
import { addressOf, uidOf } from '../../plan/uid.ts';
import { CaldavError, Collection } from '../../publish/caldav/client.ts';
import { carryOut, compare } from '../../publish/caldav/sync.ts';
import { eventsIn, type PlainEvent } from '../../publish/events.ts';
import { partsOf } from '../../publish/index-page.ts';
import { counted } from '../../wording/words.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { lineOn } from '../progress.ts';
import type { Delivery } from './delivery.ts';

export interface CaldavFlags {
  readonly caldav: string;
  readonly user?: string;
  readonly calendar: string;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

const PASSWORD = 'CXPLAN_CALDAV_PASSWORD';

/**
 * Asks the server what it has; what is answered makes it so: 0 when the server holds the calendar now, 1 when somebody else's
 * change stood in the way of some of it.
 */
export async function toServer(
  { programme }: Model,
  plan: Plan,
  files: ReadonlyMap<string, SnapshotFile>,
  flags: CaldavFlags,
  host: Host,
): Promise<Delivery> {
  const wanted = eventsOf(plan, files, flags.calendar);
  const url = addressIn(flags.caldav);
  const user = flags.user ?? (decodeURIComponent(url.username) || undefined);
  const password = user === undefined ? undefined : await passwordOf(user, url, host);
  url.username = '';
  url.password = '';
  const collection = new Collection({ url, user, password });
  const compared = compare(wanted, await heard(collection.list()), ours(plan));
  return () =>
    bring(sayIn(programme.locale), collection, compared, `${url.host}${url.pathname}`, flags, host);
}

async function bring(
  say: Say,
  collection: Collection,
  { steps, same, foreign }: ReturnType<typeof compare>,
  at: string,
  flags: CaldavFlags,
  host: Host,
): Promise<number> {
  const kept = `${counted(say, same, 'event')} stood as they should; ${counted(say, foreign, 'entry', 'entries')} of others left alone`;
  const [adds, updates, deletes] = (['add', 'update', 'delete'] as const).map((kind) =>
    say.number(steps.filter((step) => step.kind === kind).length),
  );
  if (flags.dryRun) {
    host.out(`Would add ${adds}, update ${updates} and delete ${deletes} at ${at}; ${kept}.\n`);
    return 0;
  }
  // A server may take a third of a second for each.
  const line = await lineOn(host, flags.quiet, true);
  const tell = (taken: number) => line.say(`Publishing: ${taken} of ${steps.length}`);
  const done = await heard(carryOut(collection, steps, tell)).finally(line.end);
  if (!flags.quiet)
    host.out(
      `Added ${say.number(done.added)}, updated ${say.number(done.updated)} and deleted ${say.number(done.deleted)} at ${at}; ${kept}.\n`,
    );
  if (done.conflicts.length === 0) return 0;
  host.err(
    `${counted(say, done.conflicts.length, 'event')} could not be written, because somebody changed them meanwhile or holds them under another name: run it again. The first is ${done.conflicts[0]}.\n`,
  );
  return 1;
}

/** What a server refuses is told to whoever ran the command. */
function heard<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    if (error instanceof CaldavError) throw new Failure(error.message);
    throw error;
  });
}

function eventsOf(plan: Plan, files: ReadonlyMap<string, SnapshotFile>, id: string): Map<string, PlainEvent> {
  if (!plan.calendars?.some((one) => one.id === id)) {
    throw new Failure(
      `--calendar takes all, or one such as ${plan.calendars?.[1]?.id ?? 'departments/finance'}; '${id}' is none of this plan`,
    );
  }
  const events = new Map<string, PlainEvent>();
  for (const path of partsOf(id, files.keys())) {
    for (const event of eventsIn(files.get(path)!.bytes.toString('utf8'))) events.set(event.uid, event);
  }
  return events;
}

/** UIDs that this programme has, or had: nothing else is deleted, ever. */
function ours(plan: Plan): (uid: string) => boolean {
  const address = addressOf(plan.programme);
  const known = new Set<string>();
  for (const { uid } of [...plan.sessions, ...plan.rituals, ...plan.themes]) known.add(uid);
  for (const id of plan.retired ?? []) known.add(uidOf(id, address));
  return (uid) => known.has(uid) || uid.endsWith(`.${address}`);
}

function addressIn(text: string): URL {
  if (!URL.canParse(text)) throw new Failure(`--caldav takes the address of a calendar; '${text}' is none`);
  const url = new URL(text);
  const isHere = /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) {
    throw new Failure(
      '--caldav takes an https address: without it everybody on the way could read the password',
    );
  }
  if (url.password !== '')
    throw new Failure(
      `a password in the address is seen by everybody on this machine: put it into ${PASSWORD}`,
    );
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

async function passwordOf(user: string, url: URL, host: Host): Promise<string> {
  const said = host.env[PASSWORD];
  if (said !== undefined) return said;
  if (!(await host.terminal(0)) || !(await host.terminal(2)))
    throw new Failure(`the password of ${user} is missing: put it into the environment as ${PASSWORD}`);
  const { askPassword } = await import('./ask.ts');
  return askPassword(`Password of ${user} at ${url.host}`);
}
