/**
 * What git remembers of a file, asked of the git that is installed: the one program that we start, and only to read. It
 * is told neither to fetch what it does not have nor to run anything of the repository's.
 */
import { spawnSync } from 'node:child_process';

/** Octets of a plan of ten million sessions. */
const LONGEST = 2 ** 30;

/** The text of a file as a revision has it (`HEAD~1`, `HEAD:plan/plan.json`); undefined where there is none. @param folder from where `./` is meant */
export function blobAt(folder: string, name: string): string | undefined {
  return git(folder, ['cat-file', 'blob', name]);
}

/** The last commit of before a day's beginning that changed a file; undefined where there is none. */
export function commitBefore(folder: string, date: string, file: string): string | undefined {
  return (
    git(folder, ['rev-list', '-1', `--before=${date}T00:00:00`, 'HEAD', '--', file])?.trim() || undefined
  );
}

/** Which of these files git has in its index: those that are, or will be, in a commit. @param files relative to the folder */
export function trackedOf(folder: string, files: readonly string[]): string[] {
  const listed = git(folder, ['--literal-pathspecs', 'ls-files', '-z', '--', ...files]);
  return (listed ?? '').split('\0').filter((file) => file !== '');
}

/** Whether a text may be a revision at all: one that begins with a dash would be an option. */
export function isRevision(text: string): boolean {
  return text !== '' && !text.startsWith('-') && !/[\0\n]/.test(text);
}

/** Undefined where there is no git, no repository, no such revision or file: for whoever asks it is the same. */
function git(folder: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['--no-pager', '-c', 'core.fsmonitor=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: LONGEST,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  });
  return status === 0 ? stdout : undefined;
}
