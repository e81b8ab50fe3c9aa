/** `cxplan upgrade-check`: whether the workspace and its plan would be others under this version, and what of them. */
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { outputFolder, shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { type LimitFlags, loadValid } from '../load.ts';
import { printJson } from '../print.ts';
import { paintFor } from '../style.ts';
import { readPlan, sameYear } from '../year.ts';

export interface UpgradeCheckFlags extends LimitFlags {
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** 0 when nothing would change that anybody notices, 1 when something would, or the workspace is not valid any more. Writes nothing. */
export async function upgradeCheck(
  target: string | undefined,
  flags: UpgradeCheckFlags,
  host: Host,
): Promise<number> {
  const workspace = await loadValid(target, host, flags);
  const folder = outputFolder(workspace.root, flags.out, host);
  const before = sameYear(workspace.model, await readPlan(folder, host, workspace.model));
  if (!before) {
    throw new Failure(
      `there is no ${shown(join(folder, 'plan.json'), host)} of this programme to compare with; the workspace itself is valid`,
    );
  }
  const { isChange, upgradeOf } = await import('../upgrade/compare.ts');
  const upgrade = await upgradeOf(workspace, folder, flags.out, before, host);
  const { upgradeJson, upgradeText } = await import('../upgrade/words.ts');
  if (flags.json) printJson(upgradeJson(upgrade, workspace), host);
  else if (!flags.quiet) host.out(upgradeText(upgrade, await paintFor(host, 1)));
  return isChange(upgrade) ? 1 : 0;
}
