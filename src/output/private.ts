/** Files that nobody but their owner may read: what names people. */
import { DISK, type Disk } from './disk.ts';

/** Makes files and folders for their owner alone, whatever the umask; systems without such rights make them as they do. */
export const PRIVATE_DISK: Disk = {
  ...DISK,
  openSync: (path, flags) => DISK.openSync(path, flags, 0o600),
  mkdirSync: ((path: string) => DISK.mkdirSync(path, 0o700)) as Disk['mkdirSync'],
};
