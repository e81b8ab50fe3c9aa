/** How a file of another system is to be read: what a kept mapping says, and what the command line says over it. */
import { join, resolve } from 'node:path';
import { type Mapping, NO_MAPPING, readMapping } from '../../exchange/mapping.ts';
import { SEPARATORS } from '../../exchange/separators.ts';
import type { DateOrder } from '../../exchange/table/dates.ts';
import type { Field, TableSource } from '../../exchange/table/types.ts';
import { readText } from '../../workspace/files/bytes.ts';
import { MAPPINGS } from '../../workspace/files/find.ts';
import { foreignFile } from '../../workspace/files/foreign.ts';
import { kindOf } from '../../workspace/files/root.ts';
import { cannot, Failure, InvalidWorkspace } from '../failure.ts';
import { shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { mustKnow } from '../known.ts';
import { printDiagnostics } from '../print.ts';

export interface FormFlags {
  readonly column?: readonly string[];
  readonly dates?: DateOrder;
  readonly separator?: string;
  readonly sheet?: string;
  readonly mapping?: string;
}

/** A mapping with the path it has, or will have, in the workspace; and its text, where there is one. */
export interface KeptMapping {
  readonly mapping: Mapping;
  readonly path: string;
  readonly text: string | undefined;
}

/** @param what `people`: kept as `mappings/people.yaml` @throws InvalidWorkspace after telling what is wrong with the mapping */
export async function mappingFor(
  what: string,
  root: string | undefined,
  fields: readonly Field[],
  flags: FormFlags,
  host: Host,
): Promise<KeptMapping> {
  const path = `${MAPPINGS}/${what}.yaml`;
  const kept = keptText(root, path, flags, host);
  let mapping = NO_MAPPING;
  if (kept) {
    const read = readMapping(kept.name, kept.text, fields);
    if (read.diagnostics.length > 0) {
      await printDiagnostics(read.diagnostics, new Map([[kept.name, kept.text]]), host, 2);
      throw new InvalidWorkspace(1);
    }
    mapping = read.mapping;
  }
  const columns = { ...mapping.columns, ...(await columnsOf(flags, fields)) };
  const said: Mapping = {
    ...mapping,
    columns,
    ...(flags.dates && { dates: flags.dates }),
    ...(flags.separator !== undefined && { separator: SEPARATORS[flags.separator]! }),
    ...(flags.sheet !== undefined && { sheet: flags.sheet }),
  };
  return { mapping: said, path, text: flags.mapping === undefined ? kept?.text : undefined };
}

function keptText(
  root: string | undefined,
  path: string,
  flags: FormFlags,
  host: Host,
): { readonly name: string; readonly text: string } | undefined {
  if (flags.mapping !== undefined) {
    const file = resolve(host.cwd, flags.mapping);
    const { text, diagnostics } = readText(resolve(file, '..'), file.slice(resolve(file, '..').length + 1));
    if (text === undefined) throw new Failure(diagnostics[0]!.message);
    return { name: shown(file, host), text };
  }
  if (root === undefined || kindOf(join(root, path)) === 'nothing') return undefined;
  const { text, diagnostics } = readText(root, path);
  if (text === undefined) throw new Failure(diagnostics[0]!.message);
  return { name: path, text };
}

async function columnsOf(
  { column = [] }: FormFlags,
  fields: readonly Field[],
): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const word of column) {
    const at = word.indexOf('=');
    const [name, title] = [word.slice(0, at).trim(), word.slice(at + 1).trim()];
    if (at < 1 || title === '')
      throw new Failure(`--column takes name=title, such as id="Employee ID"; '${word}' is none`);
    await mustKnow(
      'column',
      name,
      fields.map(({ id }) => id),
    );
    said[name] = title;
  }
  return said;
}

/** The file that is named, to be read in pieces. @throws Failure when it cannot be read */
export function foreign(file: string, host: Host): TableSource {
  const path = resolve(host.cwd, file);
  if (file.trim() === '') throw new Failure('name the file to read');
  try {
    return foreignFile(path, shown(path, host));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Failure(cannot('read', shown(path, host), code));
  }
}
