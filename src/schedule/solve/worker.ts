/** The program of a thread: plans the parts it is handed, and says so. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeWorld } from '../problem/world.ts';
import { solve } from './solve.ts';
import type { Assignment, WorkerMessage } from './threads.ts';

const say = (said: WorkerMessage): void => parentPort?.postMessage(said);
const { model, job, parts } = workerData as Assignment;

async function work(): Promise<void> {
  const world = makeWorld(model);
  for (const { index, part } of parts) {
    say({ index, solved: await solve(world, part, job, (progress) => say({ index, progress })) });
  }
}

void work();
