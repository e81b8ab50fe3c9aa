/** What patches bring, in a sentence each, for the page's gaps. */
import { sayIn } from '../../calendar/say.ts';
import { money } from '../../costs/words.ts';
import { scoreWords } from '../../diagnostics/seats.ts';
import { offersFor } from '../../fix/offers.ts';
import type { PlannedYear } from '../../pipeline.ts';
import { counted } from '../../wording/words.ts';
import { Editor } from '../../workspace/edit/edit.ts';
import type { Host } from '../host.ts';
import type { Workspace } from '../load.ts';
import { costText } from './list.ts';
import { whileTrying } from './trying.ts';

/** By the keys of the findings that each closes or eases. */
export async function patchWords(
  { loaded, model }: Workspace,
  { plan, gaps }: PlannedYear,
  flags: { readonly seed: number; readonly quiet?: boolean },
  host: Host,
): Promise<ReadonlyMap<string, string>> {
  const base = { plan, gaps, loaded, model, editor: new Editor(loaded.sources, loaded.read) };
  const { offers } = await whileTrying('trying patches', flags, host, (options, onProgress) =>
    offersFor(base, gaps.findings, options, onProgress),
  );
  const say = sayIn(model.programme.locale);
  const words = new Map<string, string>();
  for (const { finding, patch, files, closes, score: value, people, hours, cost } of offers) {
    const price = cost ? `, ${money(say, cost.currency, cost.sum)}` : '';
    const text = `${patch.title} (${files.join(', ')}): ${scoreWords(say, value.before)} → ${scoreWords(say, value.after)} of 100; reaches ${counted(say, people, 'person', 'people')} ${costText(say, hours)}${price}.`;
    for (const key of [finding.key, ...closes]) if (!words.has(key)) words.set(key, text);
  }
  return words;
}
