/** The built program, started as a user starts it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale, root } from './build.ts';

buildIfStale();

export const PROGRAM = join(root, 'bin', 'cxplan.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a bash line in which `cxplan` is the program. */
export function shell(line: string, env: Readonly<Record<string, string>> = {}): Ended {
  const { NODE_EXTRA_CA_CERTS: _, ...own } = process.env;
  const setup = `cxplan() { "${process.execPath}" "${PROGRAM}" "$@"; }; set -o pipefail;`;
  const { status, signal, stdout, stderr } = spawnSync('bash', ['-c', `${setup} ${line}`], {
    cwd: root,
    encoding: 'utf8',
    env: { ...own, ...env },
    input: '',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, signal, out: stdout, err: stderr };
}
