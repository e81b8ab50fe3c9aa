/**
 * Hears of changes in a folder and in all below it. Where the system does that itself, it is asked to. On Linux Node watches
 * file by file instead, and hears nothing more of one that an editor saves by renaming another over it: there each folder is
 * watched, which tells of whatever happens to the names in it.
 */
import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';

/** Where `recursive` is the system's own. */
const WHOLE = new Set<NodeJS.Platform>(['darwin', 'win32']);

export interface WatchedTree {
  readonly close: () => void;
}

/**
 * Hears from now on.
 *
 * @param enters whether a folder is looked into, by its path below `root` with `/`
 * @param hear the path of what changed, perhaps more often than once; that of a folder that went ends with `/`
 * @throws Error of the system where it cannot hear
 */
export function watchTree(
  root: string,
  enters: (path: string) => boolean,
  hear: (path: string) => void,
  platform: NodeJS.Platform = process.platform,
): WatchedTree {
  if (!WHOLE.has(platform)) return new Folders(root, enters, hear);
  return watch(root, { recursive: true }, (_, name) => {
    if (name !== null) hear(name.replaceAll(sep, '/'));
  });
}

class Folders implements WatchedTree {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly root: string;
  private readonly enters: (path: string) => boolean;
  private readonly hear: (path: string) => void;

  constructor(root: string, enters: (path: string) => boolean, hear: (path: string) => void) {
    this.root = root;
    this.enters = enters;
    this.hear = hear;
    this.add('', () => {});
  }

  close(): void {
    for (const path of [...this.watchers.keys()]) this.drop(path);
  }

  /** @param found called with each file that is there already */
  private add(folder: string, found: (path: string) => void): void {
    const watcher = watch(join(this.root, folder), (event, name) => {
      if (name === null) return;
      const path = folder === '' ? name : `${folder}/${name}`;
      this.hear(path);
      // A name is new, gone, or means another: a folder is watched for what it is now.
      if (event === 'rename') this.renew(path);
    });
    // It is gone; what is told of that stands in the folder above.
    watcher.on('error', () => this.drop(folder));
    this.watchers.set(folder, watcher);
    for (const entry of readdirSync(join(this.root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) found(path);
      else if (this.enters(path)) this.add(path, found);
    }
  }

  /** What was written into a new folder before anybody listened is heard of now, and so is what went with one. */
  private renew(path: string): void {
    const gone = [...this.watchers.keys()].filter((known) => known === path || known.startsWith(`${path}/`));
    for (const known of gone) this.drop(known);
    if (gone.length > 0) this.hear(`${path}/`);
    try {
      if (this.enters(path) && lstatSync(join(this.root, path)).isDirectory()) this.add(path, this.hear);
    } catch {
      // It is gone.
    }
  }

  private drop(path: string): void {
    this.watchers.get(path)?.close();
    this.watchers.delete(path);
  }
}
