/** `cxplan publish`: notes that the plan is agreed, and brings it to where people look at it. */
import { join } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import type { Plan } from '../../model/made/plan.ts';
import { isUnfinished, mixedIn } from '../../output/manifest.ts';
import { readSnapshot, type SnapshotFile } from '../../output/snapshot.ts';
import { whileLocked } from '../../output/write.ts';
import { PUBLISHED } from '../../plan/published.ts';
import { isServed } from '../../publish/site.ts';
import { dateShort } from '../../report/words.ts';
import { Failure } from '../failure.ts';
import { outputFolder, shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { loadValid, type Workspace } from '../load.ts';
import { agree } from '../publish/agree.ts';
import type { Delivery } from '../publish/delivery.ts';
import { asOfDate, readPlan } from '../year.ts';

export interface PublishFlags {
  readonly out?: string;
  readonly asOf?: string;
  readonly caldav?: string;
  readonly user?: string;
  readonly calendar: string;
  readonly google?: string;
  readonly invitations?: string;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
  readonly limits?: boolean;
}

/**
 * Without a target: this plan is the agreed one. With targets a draft that was never agreed becomes so, and whatever was
 * agreed stays that: what people were sent since can still be compared with it.
 */
export async function publish(target: string | undefined, flags: PublishFlags, host: Host): Promise<number> {
  const workspace = await loadValid(target, host, flags);
  const folder = outputFolder(workspace.root, flags.out, host);
  const plan = await planIn(workspace, folder, host);
  const isPlain = [flags.caldav, flags.google, flags.invitations].every((one) => one === undefined);
  const isDraft = isPlain || !plan.published;
  // A run that was stopped is brought to its end before anything else is read.
  const isMended = isUnfinished(folder);
  if (isMended) await mark(plan, folder, workspace, flags, host);
  // Whatever refuses does so before anything is written: a plan is not agreed by a command that fails.
  const deliveries = isPlain ? [] : await deliveriesOf(workspace, plan, folder, flags, host);
  if (isDraft && !isMended) await mark(plan, folder, workspace, flags, host);
  try {
    let code = 0;
    for (const deliver of deliveries) code = Math.max(code, await deliver());
    return code;
  } catch (error) {
    if (isDraft && !flags.dryRun)
      host.err('The plan is noted as agreed, but not all of it was brought there: run the command again.\n');
    throw error;
  }
}

async function deliveriesOf(
  workspace: Workspace,
  plan: Plan,
  folder: string,
  flags: PublishFlags,
  host: Host,
): Promise<Delivery[]> {
  const files = calendarFiles(folder, host);
  const deliveries: Delivery[] = [];
  if (flags.google !== undefined) {
    const { toGoogle } = await import('../publish/google.ts');
    deliveries.push(await toGoogle(workspace, plan, flags.google, flags, host));
  }
  if (flags.invitations !== undefined) {
    const { toInvitations } = await import('../publish/invitations.ts');
    deliveries.push(await toInvitations(workspace.model, plan, files, flags.invitations, flags, host));
  }
  if (flags.caldav !== undefined) {
    const { toServer } = await import('../publish/caldav.ts');
    deliveries.push(await toServer(workspace.model, plan, files, { ...flags, caldav: flags.caldav }, host));
  }
  return deliveries;
}

async function planIn({ model, loaded }: Workspace, folder: string, host: Host): Promise<Plan> {
  const file = shown(join(folder, 'plan.json'), host);
  const plan = await readPlan(folder, host, model);
  if (!plan) throw new Failure(`there is no ${file}: run cxplan generate first`);
  const other = mixedIn(folder).filter((path) => path !== 'plan.json' && path !== PUBLISHED);
  if (other.length > 0) {
    const more = other.length > 1 ? ` and ${other.length - 1} more` : '';
    throw new Failure(
      `${shown(folder, host)} holds files of two plans, for a run was stopped while it wrote them (${other[0]}${more}): run cxplan generate, which finishes it, then publish`,
    );
  }
  if (plan.made.inputs === loaded.inputs) return plan;
  throw new Failure(
    `${file} is out of date, for the workspace has changed since: run cxplan generate, look at it, then publish`,
  );
}

async function mark(
  plan: Plan,
  folder: string,
  { model }: Pick<Workspace, 'model'>,
  flags: PublishFlags,
  host: Host,
): Promise<void> {
  const dayOf = (date: string) => dateShort(sayIn(model.programme.locale), date);
  const asOf = asOfDate(flags.asOf, host) ?? plan.asOf;
  if (flags.dryRun) {
    host.out(`Would note the plan of ${dayOf(plan.asOf)} as agreed.\n`);
    return;
  }
  const isNew = await whileLocked(folder, () => agree(folder, plan, asOf));
  if (flags.quiet) return;
  host.out(
    isNew
      ? `Agreed: the plan of ${dayOf(plan.asOf)}. From now on days of notice hold, and cxplan diff --since published tells what has changed since.\n`
      : `This plan was agreed already (${dayOf(plan.published!.asOf)}).\n`,
  );
}

function calendarFiles(folder: string, host: Host): ReadonlyMap<string, SnapshotFile> {
  const files = readSnapshot(folder, isServed);
  if (files && files.size > 0) return files;
  throw new Failure(
    `the calendars in ${shown(folder, host)} are not as cxplan generate left them: run it again (--force overwrites what was changed by hand)`,
  );
}
