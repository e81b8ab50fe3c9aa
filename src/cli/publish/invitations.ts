/** `publish --invitations`: a file for each person and session, for a mail program of one's own. */
import { resolve } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import { refuseLinks } from '../../output/single.ts';
import { readSnapshot, type SnapshotFile, stampOf } from '../../output/snapshot.ts';
import { previewOutputs, writeOutputs } from '../../output/write.ts';
import { eventsIn, type PlainEvent } from '../../publish/events.ts';
import { partsOf } from '../../publish/index-page.ts';
import { invitationsOf } from '../../publish/invitations.ts';
import { counted } from '../../wording/words.ts';
import { Failure } from '../failure.ts';
import { ownFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import type { Delivery } from './delivery.ts';

export async function toInvitations(
  model: Model,
  plan: Plan,
  calendars: ReadonlyMap<string, SnapshotFile>,
  target: string,
  { dryRun, quiet }: { readonly dryRun?: boolean; readonly quiet?: boolean },
  host: Host,
): Promise<Delivery> {
  const { organizer } = model.programme;
  if (!model.people?.some(({ email }) => email !== undefined))
    throw new Failure(
      '--invitations needs a roster with addresses: programme.people with a column for email',
    );
  if (organizer === undefined)
    throw new Failure('--invitations needs the address that answers go to: write it as programme.organizer');
  const folder = resolve(host.cwd, target);
  refuseLinks(ownFolder(host), folder);
  const events = new Map<string, PlainEvent>();
  for (const path of partsOf('all', calendars.keys()))
    for (const event of eventsIn(calendars.get(path)!.bytes.toString('utf8'))) events.set(event.uid, event);
  const before = stampOf(folder) === '' ? new Map<string, string>() : textsIn(folder, target);
  const { files, invited, cancelled, without } = invitationsOf(plan, model.people, events, before, organizer);
  const outputs = [...files].map(([path, text]) => ({ path, text }));
  return async () => {
    const write = dryRun ? previewOutputs : writeOutputs;
    const { written } = await write(folder, outputs, { force: false });
    if (quiet) return 0;
    const say = sayIn(model.programme.locale);
    host.out(
      `${counted(say, invited, 'invitation')} and ${counted(say, cancelled, 'cancellation')} in ${target}; ${counted(say, written.length, 'file')} ${dryRun ? 'would be' : written.length === 1 ? 'is' : 'are'} new. Nothing was mailed.\n`,
    );
    if (without.size > 0)
      host.err(
        `${counted(say, without.size, 'person has', 'people have')} no address in the roster and no invitation.\n`,
      );
    return 0;
  };
}

function textsIn(folder: string, target: string): Map<string, string> {
  const files = readSnapshot(folder, (path) => path.endsWith('.ics'));
  if (!files)
    throw new Failure(
      `${target} is not as the last run left it, and it says who was invited: restore it, or name an empty folder`,
    );
  return new Map([...files.values()].map(({ path, bytes }) => [path, bytes.toString('utf8')]));
}
