/** `cxplan import <what> <file>`: takes over what other systems know. Everything is read and checked before anything is written. */
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import type { Importer, ImportFlags } from '../import/types.ts';
import { mustKnow } from '../known.ts';

/** What can be imported → what does it, loaded when asked for. */
const IMPORTERS: Readonly<Record<string, () => Promise<Importer>>> = {
  busy: async () => (await import('../import/busy.ts')).importBusy,
  modules: async () => (await import('../import/modules.ts')).importModules,
  people: async () => (await import('../import/people.ts')).importPeople,
  plan: async () => (await import('../import/plan.ts')).importPlan,
};

/** 0 when it could be read (and, with `--write`, was written); 1 with what is wrong in it; 2 when it cannot be read. */
export async function importFile(
  target: string | undefined,
  flags: ImportFlags,
  host: Host,
  what: string,
  file: string,
): Promise<number> {
  // A workbook of ours says itself what it is: `cxplan import plan.xlsx`.
  if (/\.xlsx$/i.test(what)) return (await IMPORTERS.plan!())(what, file === '' ? target : file, flags, host);
  await mustKnow('import', what, Object.keys(IMPORTERS));
  if (file === '') throw new Failure(`name the file: cxplan import ${what} <file>`);
  return (await IMPORTERS[what]!())(file, target, flags, host);
}
