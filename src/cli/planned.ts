/** The plan that a question is about: the committed one, or one made in memory where there is none. */
import type { PlannedYear } from '../pipeline.ts';
import { outputFolder, shown } from './folders.ts';
import type { Host } from './host.ts';
import type { Workspace } from './load.ts';
import { makeYear, readPlan } from './year.ts';

export interface PlannedFlags {
  readonly out?: string;
  readonly quiet?: boolean;
}

/** Plan and gaps. Says so on stderr when the committed plan is older than its workspace. */
export async function plannedYear(
  workspace: Workspace,
  flags: PlannedFlags,
  host: Host,
): Promise<PlannedYear> {
  const { root, model, loaded } = workspace;
  const folder = outputFolder(root, flags.out, host);
  const plan = await readPlan(folder, host, model);
  if (!plan) return makeYear(workspace, { ...flags, seed: 1, effort: 'normal' }, host);
  if (plan.made.inputs !== loaded.inputs && !flags.quiet) {
    host.err(`${shown(folder, host)}/plan.json is out of date: the workspace has changed since.\n`);
  }
  const { assessGaps } = await import('../coverage/gaps.ts');
  return { plan, gaps: assessGaps(model, plan) };
}
