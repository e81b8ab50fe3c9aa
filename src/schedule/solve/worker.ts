/** The program of a thread: plans the components it is handed, and says so. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeWorld } from '../problem/world.ts';
import { solve } from './solve.ts';
import type { Assignment, WorkerMessage } from './threads.ts';

const say = (said: WorkerMessage): void => parentPort?.postMessage(said);
const { model, since, job, components } = workerData as Assignment;

async function work(): Promise<void> {
  const world = makeWorld(model, since);
  for (const { index, component } of components) {
    say({ index, solved: await solve(world, component, job, (progress) => say({ index, progress })) });
  }
}

void work();
