/** Plan and gaps for the commands that judge: planned in memory, or the committed plan as it is. */
import { join } from 'node:path';
import type { PlannedYear } from '../pipeline.ts';
import { Failure } from './failure.ts';
import { outputFolder, shown } from './folders.ts';
import type { Host } from './host.ts';
import type { Workspace } from './load.ts';
import { asOfDate, makeYear, readPlan, type YearFlags } from './year.ts';

export interface Assessment extends PlannedYear {
  /** Where the committed plan stands, when it was made from another state of the workspace. */
  readonly stale: string | undefined;
}

/**
 * With `--plan` the committed plan, else a fresh one in memory. Nothing is written. `--as-of` moves no session of
 * a committed plan; it is the day on which waivers, actions and voices are looked at.
 */
export async function assess(
  workspace: Workspace,
  flags: YearFlags & { readonly plan?: boolean },
  host: Host,
): Promise<Assessment> {
  if (!flags.plan) return { ...(await makeYear(workspace, flags, host)), stale: undefined };
  const folder = outputFolder(workspace.root, flags.out, host);
  const file = shown(join(folder, 'plan.json'), host);
  const plan = await readPlan(folder, host, workspace.model);
  if (!plan) throw new Failure(`there is no ${file}: run cxplan generate first, or leave out --plan`);
  const { assessGaps } = await import('../coverage/gaps.ts');
  const asOf = asOfDate(flags.asOf, host) ?? plan.asOf;
  const gaps = assessGaps(workspace.model, { ...plan, asOf });
  return { plan, gaps, stale: plan.made.inputs === workspace.loaded.inputs ? undefined : file };
}
