/** Independent components on several cores: which thread plans a component, and when, changes nothing in the result. */
import type { Day } from '../../calendar/date.ts';
import type { Model } from '../../model/model.ts';
import type { Component } from '../problem/components.ts';
import type { World } from '../problem/world.ts';
import type { Progress } from '../types.ts';
import type { ComponentSolution, Job } from './solve.ts';

/** People-requirements for which a thread of its own pays, which costs as much as to plan half of them (docs/decisions/threads.md). */
const PAYS = 150_000;

/** What a thread is handed when it starts. */
export interface Assignment {
  readonly model: Model;
  readonly since: Day;
  readonly job: Job;
  readonly components: readonly { readonly index: number; readonly component: Component }[];
}

/** What it says. */
export type WorkerMessage =
  | { readonly index: number; readonly progress: Omit<Progress, 'total'> }
  | { readonly index: number; readonly solved: ComponentSolution };

/** How many threads pay, of so many that may be used; one where the largest component is nearly all there is. */
export function threadsFor(components: readonly Component[], threads: number): number {
  if (threads < 2 || components.length < 2 || solver() === undefined) return 1;
  const sizes = components.map(sizeOf);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return all - Math.max(...sizes) < PAYS ? 1 : Math.max(1, Math.min(threads, Math.floor(all / PAYS)));
}

/** Plans the components in threads of their own. */
export async function inThreads(
  { model, since }: Pick<World, 'model' | 'since'>,
  components: readonly Component[],
  job: Job,
  threads: number,
  tell: (component: number, progress: Omit<Progress, 'total'>) => void | Promise<void>,
): Promise<ComponentSolution[]> {
  const { Worker } = await import('node:worker_threads');
  const solved: ComponentSolution[] = [];
  const workers: InstanceType<typeof Worker>[] = [];
  const run = (own: Assignment['components']): Promise<void> =>
    new Promise((resolve, reject) => {
      const workerData: Assignment = { model, since, job, components: own };
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
    await Promise.all(shared(components, threads).map(run));
  } finally {
    for (const worker of workers) void worker.terminate();
  }
  return solved;
}

/** Shares components out, the largest first, each to whoever has least. */
function shared(components: readonly Component[], threads: number): Assignment['components'][] {
  const shares = Array.from({ length: Math.min(threads, components.length) }, () => ({
    size: 0,
    components: [] as { index: number; component: Component }[],
  }));
  const largestFirst = components
    .map((component, index) => ({ component, index, size: sizeOf(component) }))
    .sort((a, b) => b.size - a.size);
  for (const { component, index, size } of largestFirst) {
    const least = shares.reduce((a, b) => (b.size < a.size ? b : a));
    least.size += size;
    least.components.push({ index, component });
  }
  return shares.map((share) => share.components);
}

function sizeOf({ demand }: Component): number {
  let size = 0;
  for (const { group } of demand.requirements) size += group.heads;
  return size;
}

/** The program of a thread, in the folder above the chunks; undefined where nothing is bundled. */
function solver(): string | undefined {
  const file = import.meta.filename;
  return file.endsWith('.ts') ? undefined : file.replace(/(?:chunks[\\/])?[^\\/]+$/, 'solver.js');
}
