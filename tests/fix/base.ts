/** Workspaces in memory as `fix` sees them: loaded, planned, judged, ready to be changed. */
import { isoDate } from '../../src/calendar/date.ts';
import { assessGaps } from '../../src/coverage/gaps.ts';
import type { TrialBase, TrialOptions } from '../../src/fix/trial.ts';
import { Editor } from '../../src/workspace/edit/edit.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { planModel } from '../coverage/examples.ts';

export const OPTIONS: TrialOptions = { tool: 'cxplan test', seed: 1, effort: 'quick' };

/** @param files path → text */
export async function baseOf(
  files: Readonly<Record<string, string>> | ReadonlyMap<string, string>,
  asOf?: string,
): Promise<TrialBase> {
  const loaded = await loadSources(files instanceof Map ? files : new Map(Object.entries(files)));
  const { model } = loaded;
  if (!model) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const plan = await planModel(model, asOf ?? isoDate(model.programme.starts - 1));
  return { loaded, model, plan, gaps: assessGaps(model, plan), editor: new Editor(loaded.sources) };
}
