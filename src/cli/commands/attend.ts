/** `cxplan attend <file>`: who came, from Teams, Zoom, Moodle or a list; first as a dry run, then into the attendance file. */
import { isoDate } from '../../calendar/date.ts';
import { zoneFault } from '../../calendar/zone-names.ts';
import { type Delivery, type MatchResult, match } from '../../delivery/match.ts';
import { Persons } from '../../delivery/persons.ts';
import { Calendar, seatedSessions } from '../../delivery/seats.ts';
import { StoreError, type StoreUpdate, stored } from '../../delivery/store.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ATTENDANCE_FIELDS } from '../../exchange/attendance/fields.ts';
import { presencesIn } from '../../exchange/attendance/presence.ts';
import { readAttendance } from '../../exchange/attendance/read.ts';
import { mappingText } from '../../exchange/mapping.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import { replaceFiles } from '../../output/replace.ts';
import type { Replacement } from '../../output/types.ts';
import { Editor } from '../../workspace/edit/edit.ts';
import { readText } from '../../workspace/files/bytes.ts';
import { rawTexts } from '../../workspace/files/raw.ts';
import { loadSources } from '../../workspace/load.ts';
import { Failure, InvalidWorkspace } from '../failure.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { type FormFlags, foreign, mappingFor } from '../import/form.ts';
import { mustKnow } from '../known.ts';
import { type LimitFlags, loadValid, type Workspace } from '../load.ts';
import { printDiagnostics, printJson } from '../print.ts';
import { counted } from '../words.ts';
import { readPlan } from '../year.ts';

export interface AttendFlags extends FormFlags, LimitFlags {
  readonly session?: string;
  readonly module?: string;
  readonly timezone?: string;
  readonly attendedFrom?: number;
  readonly people?: boolean;
  readonly write?: boolean;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** 0 when every row was taken; 1 where some were not, or the file is wrong: then nothing is written. */
export async function attend(
  target: string | undefined,
  flags: AttendFlags,
  host: Host,
  name: string,
): Promise<number> {
  const source = foreign(name, host);
  const workspace = await loadValid(target, host, flags);
  const { model, root } = workspace;
  const plan = await readPlan(outputFolder(root, flags.out, host), host, model);
  if (!plan) throw new Failure('there is no plan to attend to yet: cxplan generate makes one');
  if (!model.people) {
    throw new Failure(
      'this workspace has no roster (programme.people), so nobody can be told from a list: add one, or write groups into the attendance file',
    );
  }
  const calendar = new Calendar(seatedSessions(plan));
  await mustMakeSense(flags, model, calendar);
  const kept = await mappingFor('attendance', root, ATTENDANCE_FIELDS, flags, host);
  const read = await readAttendance(source, kept.mapping);
  if (!read.file) return refused(read.diagnostics, host);
  const { presences, order, diagnostics } = presencesIn(read.file, kept.mapping, (day) => calendar.has(day));
  if (diagnostics.length > 0) return refused(diagnostics, host);
  const matched = match(presences, model, calendar, new Persons(model.people), {
    zone: flags.timezone,
    session: flags.session,
    module: flags.module,
    topic: read.file.topic,
    attendedFrom: flags.attendedFrom ?? model.policy.attendedFrom,
    isList: read.file.isList,
  });
  const { files, result } = await changesOf(workspace, matched.deliveries, host);
  tell(
    { file: source.file, kind: read.file.kind, rows: read.file.rows.length, matched, result, model },
    flags,
    host,
  );
  if (!flags.write) {
    if (!flags.quiet && !flags.json) host.err('Nothing was written: --write does.\n');
  } else {
    const mapping = mappingText(
      `How cxplan attend reads files such as this one (${read.file.kind}): edit what is not so.`,
      {
        dates: order ?? kept.mapping.dates,
        separator: kept.mapping.separator,
        columns: kept.mapping.columns ?? {},
        values: Object.fromEntries(
          [...kept.mapping.values].map(([field, words]) => [field, Object.fromEntries(words)]),
        ),
      },
    );
    const worthKeeping = order !== undefined || Object.keys(kept.mapping.columns ?? {}).length > 0;
    const all =
      worthKeeping && kept.text === undefined
        ? [...files, { path: kept.path, before: undefined, after: mapping }]
        : files;
    replaceFiles(root, all);
    if (!flags.quiet)
      host.err(
        all.length === 0
          ? 'Nothing had to be written.\n'
          : `Wrote ${all.map(({ path }) => path).join(', ')}.\n${nextStep(plan, matched.deliveries, host)}`,
      );
  }
  return matched.untaken.length > 0 ? 1 : 0;
}

/** What asks those again who missed a session: a plan of a day after it, and of none before the last plan's. */
function nextStep({ asOf }: Plan, deliveries: readonly Delivery[], host: Host): string {
  const missed = deliveries.filter(({ isSeated, status }) => isSeated && status === 'absent');
  if (missed.length === 0) return '';
  const days = missed.map(({ session: { start } }) => isoDate(Math.floor(start / 86_400) + 1));
  const day = [host.today(), asOf, ...days].reduce((a, b) => (a < b ? b : a));
  return `${counted(missed.length, 'seat was', 'seats were')} missed. What of it is to be made up is planned by cxplan generate --as-of ${day}\n`;
}

async function mustMakeSense(
  { session, module, timezone }: AttendFlags,
  model: Model,
  calendar: Calendar,
): Promise<void> {
  const wrong = timezone === undefined ? undefined : await zoneFault(timezone);
  if (wrong !== undefined) throw new Failure(`--timezone ${wrong}`);
  if (session !== undefined) await mustKnow('session', session, [...calendar.byId.keys()]);
  if (module !== undefined) await mustKnow('module', module, [...model.modules.keys()]);
}

async function refused(diagnostics: readonly Diagnostic[], host: Host): Promise<number> {
  await printDiagnostics(diagnostics, new Map(), host, 2);
  host.err('Nothing was taken.\n');
  return 1;
}

interface Programme {
  readonly attendance?:
    | string
    | { readonly file: string; readonly columns?: Readonly<Record<string, string>> };
}

/** The attendance file as it will be, and the programme that names it; loaded once to see that it is valid. */
async function changesOf(
  { root, loaded }: Workspace,
  deliveries: readonly Delivery[],
  host: Host,
): Promise<{ files: Replacement[]; result: StoreUpdate }> {
  const editor = new Editor(loaded.sources, loaded.read);
  const { attendance } = (editor.written(['programme']) ?? {}) as Programme;
  const path =
    (typeof attendance === 'string' ? attendance : attendance?.file)?.replace(/^(?:\.\/)+/, '') ??
    'attendance.csv';
  const renamed = typeof attendance === 'object' ? (attendance.columns ?? {}) : {};
  const before =
    loaded.tables.get(path) ?? (attendance === undefined ? readText(root, path).text : undefined);
  if (attendance === undefined && before !== undefined) {
    throw new Failure(
      `${path} is there, but programme.attendance does not name it: write attendance: ${path}`,
    );
  }
  const result = storedIn(before, deliveries, renamed);
  const files: Replacement[] = result.text === before ? [] : [{ path, before, after: result.text }];
  if (attendance === undefined && files.length > 0) {
    const edits = [{ pointer: ['programme', 'attendance'], op: 'set', value: path }] as const;
    const [file] = editor.edit(edits).keys();
    const raw = rawTexts(root, [file!], loaded.sources);
    const [text] = new Editor(new Map([...loaded.sources, ...raw])).edit(edits).values();
    files.push({ path: file!, before: raw.get(file!)!, after: text! });
  }
  const texts = new Map([
    ...loaded.sources,
    ...loaded.tables,
    ...files.map(({ path: one, after }) => [one, after] as const),
  ]);
  const next = await loadSources(texts, loaded.read);
  if (!next.model) {
    await printDiagnostics(next.diagnostics, next.sources, host, 2);
    throw new InvalidWorkspace(1);
  }
  return { files, result };
}

function storedIn(
  before: string | undefined,
  deliveries: readonly Delivery[],
  renamed: Readonly<Record<string, string>>,
): StoreUpdate {
  try {
    return stored(before, deliveries, renamed);
  } catch (error) {
    if (error instanceof StoreError) throw new Failure(error.message);
    throw error;
  }
}

interface AttendReport {
  readonly file: string;
  readonly kind: string;
  readonly rows: number;
  readonly matched: MatchResult;
  readonly result: StoreUpdate;
  readonly model: Model;
}

interface SessionSum {
  readonly session: string;
  readonly module: string;
  readonly start: string;
  readonly planned: number;
  delivered: number;
  missed: number;
  /** Came without a seat in it. */
  guests: number;
}

function sumsOf(deliveries: readonly Delivery[]): SessionSum[] {
  const sums = new Map<string, SessionSum>();
  for (const {
    session: { session, seated },
    isSeated,
    status,
  } of deliveries) {
    let sum = sums.get(session.id);
    if (!sum) {
      sum = {
        session: session.id,
        module: session.module,
        start: session.start,
        planned: seated.size,
        delivered: 0,
        missed: 0,
        guests: 0,
      };
      sums.set(session.id, sum);
    }
    if (!isSeated) sum.guests++;
    else if (status === 'absent') sum.missed++;
    else sum.delivered++;
  }
  return [...sums.values()].sort((a, b) => (a.start + a.session < b.start + b.session ? -1 : 1));
}

function tell(
  { file, kind, rows, matched, result, model }: AttendReport,
  { json, quiet, people }: AttendFlags,
  host: Host,
): void {
  const { deliveries, untaken, taken, open } = matched;
  const sums = sumsOf(deliveries);
  // Rows of the file are told by their number: who stands in them is nobody's business but on request.
  const named = people
    ? {
        people: deliveries.map(({ person, session, status, minutes }) => ({
          person,
          session: session.session.id,
          status,
          ...(minutes !== undefined && { minutes }),
        })),
      }
    : {};
  if (json) {
    printJson(
      {
        file,
        kind,
        rows,
        taken,
        open,
        untaken,
        sessions: sums,
        ...named,
        added: result.added,
        changed: result.changed,
        same: result.same,
      },
      host,
    );
    return;
  }
  if (quiet) return;
  host.out(
    `${file}: ${kind} attendance, ${counted(rows, 'row')}; ${taken} taken${open > 0 ? `, ${open} about what is still to come` : ''}\n`,
  );
  for (const { session, module, start, planned, delivered, missed, guests } of sums) {
    const name = model.modules.get(module)?.name ?? module;
    const more = guests > 0 ? `, ${counted(guests, 'guest')}` : '';
    host.out(
      `  ${start.replace('T', ' ')}  ${name}: planned ${planned}, delivered ${delivered}, missed ${missed}${more}  (${session})\n`,
    );
  }
  for (const [why, lines] of byReason(untaken)) {
    const few = lines.slice(0, 10).join(', ');
    host.out(
      `  not taken, ${why}: ${counted(lines.length, 'row')} (line ${few}${lines.length > 10 ? ' …' : ''})\n`,
    );
  }
  if (people)
    for (const { person, status, minutes, session } of deliveries)
      host.out(
        `  ${person}  ${status}${minutes === undefined ? '' : ` ${minutes} min`}  ${session.session.id}\n`,
      );
  host.out(
    `  attendance: ${counted(result.added, 'row')} more, ${result.changed} changed, ${result.same} as before\n`,
  );
}

function byReason(untaken: MatchResult['untaken']): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { why, line } of untaken) found.set(why, [...(found.get(why) ?? []), line]);
  return found;
}
