/** The example of a thousand people, on a disk of its own, planned and changed by the command line as its planner would. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { type Ran, run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';

const EXAMPLE = new URL('../../examples/fernhill', import.meta.url).pathname;

export class Fernhill {
  readonly folder = join(scratch(), 'fernhill');

  constructor() {
    cpSync(EXAMPLE, this.folder, { recursive: true });
  }

  run(...argv: string[]): Promise<Ran> {
    return run(argv, { cwd: this.folder });
  }

  /** Plans, of everything that is rendered only the plan unless told otherwise. */
  async plan(...flags: string[]): Promise<Plan> {
    const made = await this.run('generate', '--quiet', ...flags);
    expect([made.code, made.err]).toEqual([0, '']);
    return this.planNow();
  }

  planNow(): Plan {
    return JSON.parse(this.file('plan/plan.json'));
  }

  file(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  edit(path: string, from: string | RegExp, to: string): void {
    const before = this.file(path);
    const after = before.replace(from, to);
    if (before === after) throw new Error(`nothing to change in ${path}: ${from}`);
    writeFileSync(join(this.folder, path), after);
  }
}
