/** `cxplan import <what> <file>`: takes over what other systems know. Everything is read and checked before anything is written. */
import type { Host } from '../host.ts';
import type { Importer, ImportFlags } from '../import/types.ts';
import { mustKnow } from '../known.ts';

/** What can be imported → what does it, loaded when asked for. */
const IMPORTERS: Readonly<Record<string, () => Promise<Importer>>> = {
  busy: async () => (await import('../import/busy.ts')).importBusy,
  modules: async () => (await import('../import/modules.ts')).importModules,
  people: async () => (await import('../import/people.ts')).importPeople,
};

/** 0 when it could be read (and, with `--write`, was written); 1 with what is wrong in it; 2 when it cannot be read. */
export async function importFile(
  target: string | undefined,
  flags: ImportFlags,
  host: Host,
  what: string,
  file: string,
): Promise<number> {
  await mustKnow('import', what, Object.keys(IMPORTERS));
  return (await IMPORTERS[what]!())(file, target, flags, host);
}
