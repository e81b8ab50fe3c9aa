/** Independent parts on several cores: which thread plans a part, and when, changes nothing in the result. */
import type { Model } from '../../model/model.ts';
import type { Part } from '../problem/components.ts';
import type { Progress } from '../types.ts';
import type { ComponentSolution, Job } from './solve.ts';

/** People-requirements beside the largest part from which on it pays to start threads and hand the year over. */
const PAYS = 20_000;

/** What a thread is handed when it starts. */
export interface Assignment {
  readonly model: Model;
  readonly job: Job;
  readonly parts: readonly { readonly index: number; readonly part: Part }[];
}

/** What it says. */
export type WorkerMessage =
  | { readonly index: number; readonly progress: Omit<Progress, 'total'> }
  | { readonly index: number; readonly solved: ComponentSolution };

export function isWorthThreads(parts: readonly Part[], threads: number): boolean {
  if (threads < 2 || parts.length < 2 || solver() === undefined) return false;
  const sizes = parts.map(sizeOf);
  return sizes.reduce((sum, size) => sum + size, 0) - Math.max(...sizes) >= PAYS;
}

/** Plans the parts in threads of their own. */
export async function inThreads(
  model: Model,
  parts: readonly Part[],
  job: Job,
  threads: number,
  tell: (part: number, progress: Omit<Progress, 'total'>) => void | Promise<void>,
): Promise<ComponentSolution[]> {
  const { Worker } = await import('node:worker_threads');
  const solved: ComponentSolution[] = [];
  const workers: InstanceType<typeof Worker>[] = [];
  const run = (own: Assignment['parts']): Promise<void> =>
    new Promise((resolve, reject) => {
      const workerData: Assignment = { model, job, parts: own };
      const worker = new Worker(solver()!, { workerData });
      workers.push(worker);
      worker.on('message', (said: WorkerMessage) => {
        if ('solved' in said) solved[said.index] = said.solved;
        else Promise.resolve(tell(said.index, said.progress)).catch(reject);
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
  try {
    await Promise.all(shared(parts, threads).map(run));
  } finally {
    for (const worker of workers) void worker.terminate();
  }
  return solved;
}

/** Shares parts out, the largest first, each to whoever has least. */
function shared(parts: readonly Part[], threads: number): Assignment['parts'][] {
  const shares = Array.from({ length: Math.min(threads, parts.length) }, () => ({
    size: 0,
    parts: [] as { index: number; part: Part }[],
  }));
  const largestFirst = parts
    .map((part, index) => ({ part, index, size: sizeOf(part) }))
    .sort((a, b) => b.size - a.size);
  for (const { part, index, size } of largestFirst) {
    const least = shares.reduce((a, b) => (b.size < a.size ? b : a));
    least.size += size;
    least.parts.push({ index, part });
  }
  return shares.map((share) => share.parts);
}

function sizeOf({ demand }: Part): number {
  let size = 0;
  for (const { group } of demand.requirements) size += group.heads;
  return size;
}

/** The program of a thread, in the folder above the chunks; undefined where nothing is bundled. */
function solver(): string | undefined {
  const file = import.meta.filename;
  return file.endsWith('.ts') ? undefined : file.replace(/(?:chunks[\\/])?[^\\/]+$/, 'solver.js');
}
