/** `cxplan import modules`: modules and trainers from a training catalogue, shown as YAML, then written. */

import { sayIn } from '../../calendar/say.ts';
import { mappingText } from '../../exchange/mapping.ts';
import { MODULE_FIELDS } from '../../exchange/modules/fields.ts';
import { type Catalogue, readCatalogue } from '../../exchange/modules/read.ts';
import { yamlOf } from '../../exchange/yaml.ts';
import type { Host } from '../host.ts';
import { loadValid } from '../load.ts';
import { printDiagnostics, printJson } from '../print.ts';
import { foreign, type KeptMapping, mappingFor } from './form.ts';
import { foundJson, foundText, titlesOf } from './found.ts';
import type { ImportFlags } from './types.ts';
import { filesOf, sayWritten, writeAll } from './write.ts';

export async function importModules(
  file: string,
  target: string | undefined,
  flags: ImportFlags,
  host: Host,
): Promise<number> {
  const source = foreign(file, host);
  const workspace = await loadValid(target, host, flags);
  const kept = await mappingFor('modules', workspace.root, MODULE_FIELDS, flags, host);
  const read = await readCatalogue(source, kept.mapping, workspace.model);
  if (!flags.quiet && !flags.json && read.found)
    host.err(
      foundText(sayIn(workspace.model.programme.locale), source.file, read.found, read.rows, MODULE_FIELDS),
    );
  if (read.diagnostics.length > 0) {
    await printDiagnostics(read.diagnostics, new Map(), host, 2);
    host.err('Nothing was taken.\n');
    return 1;
  }
  const sections = {
    ...(Object.keys(read.modules).length > 0 && { modules: read.modules }),
    ...(Object.keys(read.facilitators).length > 0 && { facilitators: read.facilitators }),
  };
  const isEmpty = Object.keys(sections).length === 0;
  const added = isEmpty
    ? ''
    : `# Proposed by cxplan import modules from ${file.replace(/^.*[\\/]/, '')}.\n${yamlOf(sections)}`;
  if (flags.json)
    printJson({ rows: read.rows, read: foundJson(read.found!), added: sections, notes: read.notes }, host);
  else host.out(added);
  if (!flags.quiet) for (const note of read.notes) host.err(`${note}.\n`);
  const files = await filesOf(workspace, { added, name: 'catalogue', edits: [] }, host);
  if (flags.write) sayWritten(writeAll(workspace.root, files, kept, mappingOf(read, kept)), flags, host);
  else if (!flags.quiet) host.err('Nothing was written: --write does.\n');
  return 0;
}

function mappingOf({ found, order }: Catalogue, { mapping }: KeptMapping): string {
  return mappingText(
    'How cxplan import modules reads a training catalogue: edit what is not so.\nvalues: words of the catalogue → what they mean here.',
    {
      separator: mapping.separator,
      encoding: mapping.encoding,
      sheet: mapping.sheet,
      dates: order ?? mapping.dates,
      columns: titlesOf(found!),
      values: Object.fromEntries(
        [...mapping.values].map(([field, words]) => [field, Object.fromEntries(words)]),
      ),
    },
  );
}
