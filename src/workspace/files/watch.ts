/** Hears of files that are saved in a workspace: what `findFiles` reads, and the tables beside it. */
import { watch } from 'node:fs';
import { sep } from 'node:path';

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
  const watcher = watch(root, { recursive: true }, (_, name) => {
    const path = name?.replaceAll(sep, '/');
    if (path === undefined || !concerns(path, skip)) return;
    saved.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), QUIET_MS);
  });
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

function concerns(path: string, skip: string | undefined): boolean {
  if (skip !== undefined && (path === skip || path.startsWith(`${skip}/`))) return false;
  const hidden = path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
  return !hidden && /\.(?:ya?ml|csv)$/i.test(path);
}
