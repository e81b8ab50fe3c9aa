/** `cxplan export <format>`: the plan's sessions as another system takes them, by a mapping that can be edited. */
import { join, resolve } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import { zoneFault } from '../../calendar/zone-names.ts';
import { assessGaps } from '../../coverage/gaps.ts';
import { exportMappingText, readExportMapping } from '../../exchange/export/mapping.ts';
import { ExportProblem, recordsOf } from '../../exchange/export/records.ts';
import { SHIPPED } from '../../exchange/export/shipped.ts';
import { exportJson, exportText } from '../../exchange/export/text.ts';
import { type ExportFormat, type ExportMapping, FORMATS } from '../../exchange/export/types.ts';
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import { refuseLinks, writeSingle } from '../../output/single.ts';
import { makeContext } from '../../report/context.ts';
import { counted } from '../../wording/words.ts';
import { readText } from '../../workspace/files/bytes.ts';
import { MAPPINGS } from '../../workspace/files/find.ts';
import { kindOf } from '../../workspace/files/root.ts';
import { itemsOf } from '../export/items.ts';
import { Failure, InvalidWorkspace } from '../failure.ts';
import { outputFolder, ownFolder, shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { mustKnow } from '../known.ts';
import { type LimitFlags, loadValid } from '../load.ts';
import { printDiagnostics } from '../print.ts';
import { readPlan } from '../year.ts';

export interface ExportFlags extends LimitFlags {
  readonly out?: string;
  readonly to?: string;
  readonly module?: string;
  readonly department?: string;
  readonly from?: string;
  readonly timezone?: string;
  readonly mapping?: string;
  readonly showMapping?: boolean;
  readonly people?: boolean;
  readonly quiet?: boolean;
}

/** Calendars that know no zones: all their times are on one clock. */
const ONE_CLOCK: ReadonlySet<string> = new Set(['google-csv', 'outlook-csv']);

/** Exit code 0 when it was written, or printed. */
export async function exportPlan(
  target: string | undefined,
  flags: ExportFlags,
  host: Host,
  word: string,
): Promise<number> {
  await mustKnow('export', word, FORMATS);
  const format = word as ExportFormat;
  if (flags.timezone !== undefined) {
    const wrong = await zoneFault(flags.timezone);
    if (wrong !== undefined) throw new Failure(`--timezone ${wrong}`);
  }
  if (flags.showMapping) {
    host.out(exportMappingText(format, SHIPPED[format]));
    return 0;
  }
  const { model, root } = await loadValid(target, host, flags);
  const mapping = await mappingOf(format, root, flags, host);
  if (showsPeople(mapping) && !flags.people) {
    throw new Failure(
      `${format} names people: say --people, and keep the file where only those see it who may`,
    );
  }
  if (showsPeople(mapping) && !model.people)
    throw new Failure('this workspace has no roster (programme.people): nobody can be named');
  const plan = await readPlan(outputFolder(root, flags.out, host), host, model);
  if (!plan) throw new Failure('there is no plan to export yet: cxplan generate makes one');
  if (flags.module !== undefined) await mustKnow('module', flags.module, [...model.modules.keys()]);
  if (flags.department !== undefined)
    await mustKnow('department', flags.department, [...model.departments.keys()]);
  const sessions = chosen(plan, flags);
  const context = makeContext(model, plan, assessGaps(model, plan));
  const zone = flags.timezone ?? (ONE_CLOCK.has(format) ? model.programme.zone : undefined);
  const people = new Map((model.people ?? []).map((person) => [person.id, person]));
  const records = recorded(() => recordsOf(itemsOf(context, sessions, mapping, zone, people), mapping));
  const text =
    format === 'json'
      ? `${JSON.stringify(exportJson(records, mapping), null, 2)}\n`
      : exportText(records, mapping);
  if (flags.to === undefined) host.out(text);
  else {
    const path = resolve(host.cwd, flags.to);
    refuseLinks(ownFolder(host), path);
    writeSingle(path, text);
    if (!flags.quiet) {
      const say = sayIn(model.programme.locale);
      host.err(
        `Wrote ${shown(path, host)}: ${counted(say, records.length, 'record')} of ${counted(say, sessions.length, 'session')}.\n`,
      );
    }
  }
  return 0;
}

function chosen(plan: Plan, { module, department, from = plan.asOf }: ExportFlags): PlanSession[] {
  return plan.sessions.filter(
    (session) =>
      session.status === 'confirmed' &&
      session.start.slice(0, 10) >= from &&
      (module === undefined || session.module === module) &&
      (department === undefined || session.departments.includes(department)),
  );
}

/** Whether a mapping puts somebody's name or address into the file. */
function showsPeople({ each, columns }: ExportMapping): boolean {
  return each === 'seat' || columns.some(({ value }) => /\{(?:person|email|name)\}/.test(value));
}

function recorded(work: () => string[][]): string[][] {
  try {
    return work();
  } catch (error) {
    if (error instanceof ExportProblem) throw new Failure(error.message);
    throw error;
  }
}

/** The workspace's own mapping of the format, or the one that is named; else the shipped one. */
async function mappingOf(
  format: ExportFormat,
  root: string,
  { mapping }: ExportFlags,
  host: Host,
): Promise<ExportMapping> {
  const own = `${MAPPINGS}/${format}.yaml`;
  if (mapping === undefined && kindOf(join(root, own)) === 'nothing') return SHIPPED[format];
  const path = mapping === undefined ? join(root, own) : resolve(host.cwd, mapping);
  const folder = resolve(path, '..');
  const { text, diagnostics } = readText(folder, path.slice(folder.length + 1));
  if (text === undefined) throw new Failure(diagnostics[0]!.message);
  const name = shown(path, host);
  const read = readExportMapping(name, text, SHIPPED[format]);
  if (read.diagnostics.length === 0) return read.mapping;
  await printDiagnostics(read.diagnostics, new Map([[name, text]]), host, 2);
  throw new InvalidWorkspace(1);
}
