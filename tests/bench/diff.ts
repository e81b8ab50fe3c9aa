/** Comparing two plans beside reading them: what `diff` adds to what anybody needs who looks at both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessGaps } from '../../src/coverage/gaps.ts';
import { parsePlan } from '../../src/plan/read.ts';
import { renamed } from '../../src/plan/renamed.ts';
import { newsDocument } from '../../src/report/changes/document.ts';
import { newsOf } from '../../src/report/changes/news.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { filesIn } from './files.ts';
import { median } from './measure.ts';

export interface Diffed {
  readonly sessions: number;
  readonly changed: number;
  /** Reading, comparing and telling, to reading both: by processor time. */
  readonly 'diff ÷ reading': number;
}

/** @param folder a workspace with `plan/plan.json` and `old.json`, the plan before */
export async function diffed(folder: string, runs: number): Promise<Diffed[]> {
  const { model, locate } = await loadSources(filesIn(folder));
  if (!model) throw new Error(`${folder} has mistakes`);
  const [old, now] = ['old.json', 'plan/plan.json'].map((path) =>
    readFileSync(join(folder, path), 'utf8'),
  ) as [string, string];
  // Gaps stand beside a plan, and are read there.
  const beside = [old, now].map((text) => assessGaps(model, renamed(parsePlan(text), model)));
  const ratios: number[] = [];
  let told: Omit<Diffed, 'diff ÷ reading'> = { sessions: 0, changed: 0 };
  for (let run = 0; run < runs + 2; run++) {
    const begin = process.cpuUsage();
    const [before, after] = [old, now].map((text) => renamed(parsePlan(text), model)) as [
      ReturnType<typeof parsePlan>,
      ReturnType<typeof parsePlan>,
    ];
    const reading = spent(begin);
    const news = newsOf(model, { plan: before, gaps: beside[0] }, { plan: after, gaps: beside[1] }, locate);
    JSON.stringify(newsDocument(news, news.diff.sessions, locate));
    // The first ones also compile.
    if (run > 1) ratios.push(spent(begin) / reading);
    told = { sessions: after.sessions.length, changed: news.diff.sessions.length };
  }
  return [{ ...told, 'diff ÷ reading': median(ratios) }];
}

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return user + system;
}
