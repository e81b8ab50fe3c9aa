/** The program of a thread: plans the year it is handed, and says what it comes to. */
import { parentPort, workerData } from 'node:worker_threads';

async function work(): Promise<void> {
  // Loaded here, so that what planning needs stays in one file for the commands that plan.
  const { planJob } = await import('./jobs.ts');
  parentPort?.postMessage(await planJob(workerData));
}

void work();
