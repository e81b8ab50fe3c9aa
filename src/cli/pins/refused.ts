/** Pins that cannot be kept, as errors of the workspace: what forbids each, both lines, and the nearest starts that would do. */
import type { Diagnostic, Pointer } from '../../diagnostics/diagnostic.ts';
import { pretty } from '../../diagnostics/pretty.ts';
import type { Gaps } from '../../model/made/gaps.ts';
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import type { SessionChange } from '../../plan/diff/diff.ts';
import { type Cause, compared } from '../../report/changes/compared.ts';
import { resourceCause } from '../../report/changes/resource-cause.ts';
import { timeCause } from '../../report/changes/time-cause.ts';
import { makeContext } from '../../report/context.ts';
import type { PinFault } from '../../schedule/pins/fault.ts';
import type { Loaded } from '../../workspace/types.ts';
import { InvalidWorkspace } from '../failure.ts';
import type { Host } from '../host.ts';
import { printDiagnostics } from '../print.ts';

interface RefusalSource {
  readonly model: Model;
  readonly loaded: Pick<Loaded, 'locate' | 'sources'>;
}

/** Prints them, and gives what ends the command. */
export async function refusePins(
  faults: readonly PinFault[],
  known: RefusalSource,
  previous: Plan | undefined,
  host: Host,
): Promise<InvalidWorkspace> {
  const diagnostics = pinDiagnostics(faults, known, previous);
  const { sources } = known.loaded;
  await printDiagnostics(diagnostics, sources, host, 2);
  return new InvalidWorkspace(1, () => pretty(diagnostics, sources));
}

export function pinDiagnostics(
  faults: readonly PinFault[],
  { model, loaded: { locate } }: RefusalSource,
  previous: Plan | undefined,
): Diagnostic[] {
  return faults.map((fault) => {
    const { pin, nearest, constraint, reason } = fault;
    const at = locate(pin.pointer);
    const cause = causeOf(fault, model, previous);
    const other = cause?.at && locate(cause.at, { key: true });
    const starts = (nearest ?? []).map((start) => start.replace('T', ' ')).join(', ');
    const fix =
      fault.fix ??
      (starts === '' ? 'no start of its window would do' : `the nearest that would do: ${starts}`);
    return {
      code: fault.constraint === undefined ? 'pin-unknown' : 'pin-impossible',
      severity: 'error',
      message:
        constraint === undefined
          ? fault.message
          : `${fault.message}: ${cause?.told ?? reason} (${constraint})`,
      ...(at && { at }),
      fix,
      ...(cause && { related: [{ message: cause.text, ...(other && { at: other }) }] }),
    };
  });
}

const NO_GAPS = { departments: [], findings: [] } as unknown as Gaps;

/** What in the workspace is in the way: of who leads, where and when; else the line of what the constraint is about. */
function causeOf(
  { constraint, session }: PinFault,
  model: Model,
  previous: Plan | undefined,
): (Cause & { readonly told?: string }) | undefined {
  if (constraint === undefined || session === undefined) return undefined;
  const told = previous && toldCause(model, previous, session);
  return told ? { ...told, told: told.text } : ownerOf(constraint, session, model);
}

function toldCause(model: Model, plan: Plan, session: PlanSession): Cause | undefined {
  const now = makeContext(model, plan, NO_GAPS);
  const both = compared(now, now);
  const change = { before: session } as unknown as SessionChange;
  return timeCause(both, change) ?? resourceCause(both, change);
}

/** The line that a constraint is about. */
function ownerOf(constraint: string, session: PlanSession, model: Model): Cause | undefined {
  const { module, facilitator, attendees } = session;
  const role = model.roles.get(attendees[0]?.group.split('.')[0] ?? '');
  const department = role?.department ?? '';
  const lines: Readonly<Record<string, Pointer>> = {
    'in-window': ['modules', module, 'when'],
    'in-shift': ['departments', department, 'shifts'],
    'night-rest': ['policy', 'restAfterNightHours'],
    'not-closed': ['departments', department, 'busy'],
    floor: ['departments', department, 'maxAway'],
    load: ['policy', 'minutesPerWeek'],
    'overtime-limit': ['policy', 'overtimeMinutesPerWeek'],
    frozen: ['policy', 'noticeDays'],
    prerequisite: ['modules', module, 'after'],
    'host-places': ['modules', module, 'host'],
    'meeting-slot': ['departments', department, 'meetings'],
    'room-fits': ['modules', module, 'room'],
    'facilitator-able': facilitator === null ? ['modules', module, 'led'] : ['facilitators', facilitator],
    language:
      facilitator === null ? ['modules', module, 'languages'] : ['facilitators', facilitator, 'languages'],
    'facilitator-hours': facilitator === null ? ['modules', module, 'led'] : ['facilitators', facilitator],
  };
  const at = Object.hasOwn(lines, constraint) ? lines[constraint] : undefined;
  return at && { text: `${constraint}: what it goes by`, at };
}
