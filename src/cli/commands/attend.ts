/** `cxplan attend <file>`: who came, from Teams, Zoom, Moodle or a list; first as a dry run, then into the attendance file. */
import { isoDate } from '../../calendar/date.ts';
import { sayIn } from '../../calendar/say.ts';
import { zoneFault } from '../../calendar/zone-names.ts';
import { match } from '../../delivery/match.ts';
import { Persons } from '../../delivery/persons.ts';
import { Calendar, seatedSessions } from '../../delivery/seats.ts';
import { stored } from '../../delivery/store.ts';
import type { Delivery } from '../../delivery/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ATTENDANCE_FIELDS } from '../../exchange/attendance/fields.ts';
import { presencesIn } from '../../exchange/attendance/presence.ts';
import { readAttendance } from '../../exchange/attendance/read.ts';
import { mappingText } from '../../exchange/mapping.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import { replaceFiles } from '../../output/replace.ts';
import { counted } from '../../wording/words.ts';
import { remembering } from '../../workspace/load.ts';
import { changesOf } from '../attend/changes.ts';
import { tell } from '../attend/told.ts';
import { Failure } from '../failure.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { type FormFlags, foreign, mappingFor } from '../import/form.ts';
import { mustKnow } from '../known.ts';
import { type LimitFlags, loadValid } from '../load.ts';
import { printDiagnostics } from '../print.ts';
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
  // What the attendance file makes of the workspace is loaded once more: nothing else of it is read again.
  const workspace = await loadValid(target, host, flags, remembering());
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
  const { files, result } = await changesOf(
    workspace,
    'attendance',
    (before, renamed) => stored(before, matched.deliveries, renamed),
    host,
  );
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
          : `Wrote ${all.map(({ path }) => path).join(', ')}.\n${nextStep(model, plan, matched.deliveries, host)}`,
      );
  }
  return matched.untaken.length > 0 ? 1 : 0;
}

/** What asks those again who missed a session: a plan of a day after it, and of none before the last plan's. */
function nextStep({ programme }: Model, { asOf }: Plan, deliveries: readonly Delivery[], host: Host): string {
  const missed = deliveries.filter(({ isSeated, status }) => isSeated && status === 'absent');
  if (missed.length === 0) return '';
  const days = missed.map(({ session: { start } }) => isoDate(Math.floor(start / 86_400) + 1));
  const day = [host.today(), asOf, ...days].reduce((a, b) => (a < b ? b : a));
  return `${counted(sayIn(programme.locale), missed.length, 'seat was', 'seats were')} missed. What of it is to be made up is planned by cxplan generate --as-of ${day}\n`;
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
