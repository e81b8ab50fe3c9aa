/** Years to be planned beside one another: each as `generate` would, two or more at a time where there are cores. */
import type { Model } from '../model/model.ts';
import { type PlanningOptions, planYear } from '../pipeline.ts';
import { type Outcome, outcomeOf } from './measures.ts';

/** A year to plan; nothing in it is a function, so that a thread can be handed it. */
export interface Job {
  readonly model: Model;
  readonly options: Omit<PlanningOptions, 'onDemand' | 'onProgress' | 'threads'>;
}

/** From how many people's seats on threads of their own pay. */
const PAYS = 4000;

export async function planJob({ model, options }: Job, threads = 1): Promise<Outcome> {
  return outcomeOf(model, await planYear(model, { ...options, threads }));
}

/** The outcomes in the order of the jobs, whatever is planned when. @param onDone gets how many are done */
export async function planJobs(
  jobs: readonly Job[],
  threads: number,
  onDone: (done: number) => void,
): Promise<Outcome[]> {
  const program = threads > 1 && jobs.length > 1 && jobs.some(isLarge) ? programOfThreads() : undefined;
  const outcomes: Outcome[] = [];
  if (!program) {
    for (const job of jobs) {
      outcomes.push(await planJob(job, threads));
      onDone(outcomes.length);
    }
    return outcomes;
  }
  const { Worker } = await import('node:worker_threads');
  let [next, done] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      outcomes[index] = await new Promise<Outcome>((resolve, reject) => {
        const worker = new Worker(program, { workerData: jobs[index] });
        worker.on('message', resolve);
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`a thread ended with ${code}`)));
      });
      onDone(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, lane));
  return outcomes;
}

function isLarge({ model }: Job): boolean {
  let heads = 0;
  for (const post of model.posts.values()) heads += post.heads;
  return heads * model.modules.size > PAYS;
}

/** The program of a thread, in the folder above the chunks; undefined where nothing is bundled. */
function programOfThreads(): string | undefined {
  const file = import.meta.filename;
  return file.endsWith('.ts') ? undefined : file.replace(/(?:chunks[\\/])?[^\\/]+$/, 'planner.js');
}
