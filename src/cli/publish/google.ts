/** `publish --google`: every calendar as the CSV that Google Calendar imports. */
import { resolve } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import { assessGaps } from '../../coverage/gaps.ts';
import type { Plan } from '../../model/made/plan.ts';
import { refuseLinks } from '../../output/single.ts';
import { previewOutputs, writeOutputs } from '../../output/write.ts';
import { renderCsv } from '../../render/csv.ts';
import { googleTables } from '../../report/google.ts';
import { report } from '../../report/report.ts';
import { counted } from '../../wording/words.ts';
import { ownFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import type { Workspace } from '../load.ts';
import type { Delivery } from './delivery.ts';

export async function toGoogle(
  { model }: Workspace,
  plan: Plan,
  target: string,
  { dryRun, quiet }: { readonly dryRun?: boolean; readonly quiet?: boolean },
  host: Host,
): Promise<Delivery> {
  const folder = resolve(host.cwd, target);
  refuseLinks(ownFolder(host), folder);
  const tables = googleTables(report(model, plan, assessGaps(model, plan)));
  const files = [...tables].map(([path, table]) => ({
    path: `${path.replace(/^google\//, '')}.csv`,
    text: () => renderCsv(table),
  }));
  return async () => {
    const write = dryRun ? previewOutputs : writeOutputs;
    const { written } = await write(folder, files, { force: false });
    if (!quiet)
      host.out(
        `${dryRun ? 'Would write' : 'Wrote'} ${counted(sayIn(model.programme.locale), written.length, 'file')} for Google Calendar to ${target}.\n`,
      );
    return 0;
  };
}
