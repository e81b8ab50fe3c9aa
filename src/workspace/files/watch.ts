/** Hears of files that are saved in a workspace: what `findFiles` reads, and the tables beside it. */
import { watchTree } from './watch-tree.ts';

/** Editors write a file in several steps, and people save several files at once. */
const QUIET_MS = 80;

export interface Watching {
  /** The files that have been saved since the last call, once there are any; undefined after `close`. Paths have `/`. */
  readonly next: () => Promise<readonly string[] | undefined>;
  readonly close: () => void;
}

/**
 * Hears from now on, whether anybody is waiting or not.
 *
 * @param skip a folder below `root` whose files are ours: `plan`; undefined when it is not below
 * @throws Error of the system where it cannot hear
 */
export function watchFolder(root: string, skip: string | undefined): Watching {
  const saved = new Set<string>();
  let open = true;
  let wake = () => {};
  let timer: NodeJS.Timeout | undefined;
  const hear = (path: string) => {
    if (!isRead(path)) return;
    saved.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), QUIET_MS);
  };
  const watcher = watchTree(
    root,
    (path) => isWithin(path, skip),
    (path) => isWithin(path, skip) && hear(path),
  );
  return {
    async next() {
      while (open && saved.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const paths = [...saved].sort();
      saved.clear();
      return open ? paths : undefined;
    },
    close() {
      open = false;
      clearTimeout(timer);
      watcher.close();
      wake();
    },
  };
}

/** Whether a folder or file is none of ours, nor hidden. */
function isWithin(path: string, skip: string | undefined): boolean {
  if (skip !== undefined && (path === skip || path.startsWith(`${skip}/`))) return false;
  return !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
}

function isRead(path: string): boolean {
  return /\.(?:ya?ml|csv|tsv|xlsx|json)$|\/$/i.test(path);
}
