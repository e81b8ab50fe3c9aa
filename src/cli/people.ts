/** `generate --people`: everything that names people, into a folder of its own that nobody else may read. */
import { isAbsolute, relative, resolve } from 'node:path';
import { sayIn } from '../calendar/say.ts';
import type { Model } from '../model/model.ts';
import { PRIVATE_DISK } from '../output/private.ts';
import { refuseLinks } from '../output/single.ts';
import { previewOutputs, whileLocked, writeOutputs } from '../output/write.ts';
import { type PlannedYear, renderPeople } from '../pipeline.ts';
import type { CsvForm } from '../render/csv.ts';
import { counted } from '../wording/words.ts';
import { Failure } from './failure.ts';
import { ownFolder, shown } from './folders.ts';
import type { Host } from './host.ts';

/** Whatever the folder stands in, git leaves it alone. */
const IGNORED = { path: '.gitignore', text: '# Names and addresses of people: never to be committed.\n*\n' };

/**
 * Where the names go. @throws Failure where they would mix with the plan's files, or where nobody has a name
 * @param plan the plan's own folder
 */
export function peopleFolder(target: string, plan: string, model: Model, host: Host): string {
  if (target.trim() === '') throw new Failure('--people is empty: name a folder for what names people');
  if (!model.people)
    throw new Failure(
      '--people needs a roster: name a table of the people as programme.people, with columns for id, role, name and email',
    );
  const folder = resolve(host.cwd, target);
  if (isWithin(folder, plan) || isWithin(plan, folder))
    throw new Failure(
      `--people ${target} and the plan’s folder ${shown(plan, host)} lie in one another: what names people is kept apart; name a folder beside it, or outside the repository`,
    );
  refuseLinks(ownFolder(host), folder);
  return folder;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

/** Writes what names people, and takes away what the last run wrote of those who are gone. */
export async function writePeople(
  folder: string,
  model: Model,
  year: PlannedYear,
  csv: CsvForm,
  flags: { readonly dryRun?: boolean; readonly force?: boolean; readonly quiet?: boolean },
  host: Host,
): Promise<void> {
  const files = [IGNORED, ...(await renderPeople(model, year, csv))];
  const options = { force: flags.force ?? false };
  const result = flags.dryRun
    ? previewOutputs(folder, files, options)
    : await whileLocked(folder, () => writeOutputs(folder, files, options, PRIVATE_DISK), PRIVATE_DISK);
  if (flags.quiet) return;
  const { written, removed } = result;
  const say = sayIn(model.programme.locale);
  const gone = removed.length > 0 ? `, ${counted(say, removed.length, 'file')} of before removed` : '';
  host.err(
    `By name, for ${counted(say, new Set(model.people!.map(({ id }) => id)).size, 'person', 'people')}: ${say.exact(written.length)} of ${counted(say, files.length, 'file')} ${flags.dryRun ? 'would be written' : 'written'} in ${shown(folder, host)}${gone}. Nobody but you can read them; git is told to leave them alone.\n`,
  );
}
