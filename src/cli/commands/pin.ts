/** `cxplan pin`, `unpin`, `move`: what the planner fixes, written into the workspace; refused where it cannot be kept. */
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import { pinFaults } from '../../schedule/schedule.ts';
import { Failure, InvalidWorkspace } from '../failure.ts';
import type { Host } from '../host.ts';
import { exitCodeOf, loadValid, type Workspace } from '../load.ts';
import { startOf } from '../pins/check.ts';
import { type PinEdit, pinned, unpinned, type WrittenPin, write } from '../pins/edit.ts';
import { refusePins } from '../pins/refused.ts';
import { sessionMeant } from '../pins/session.ts';
import { printDiagnostics } from '../print.ts';
import type { YearFlags } from '../year.ts';
import { generate } from './generate.ts';

export interface PinFlags extends YearFlags {
  readonly workspace?: string;
  readonly at?: string;
  readonly on?: string;
  readonly keep?: boolean;
  readonly facilitator?: string;
  readonly room?: string;
  readonly reason?: string;
  readonly force?: boolean;
}

/** 0 when the pin is written; 1 when it cannot be kept, and nothing is written then. */
export async function pin(id: string | undefined, flags: PinFlags, host: Host): Promise<number> {
  const done = await pinIt(id ?? '', flags, host);
  if (!flags.quiet)
    host.out(
      `${sanitise(`Pinned ${done.session.id} in ${done.edited.files.map(({ path }) => path).join(', ')}. Next: cxplan generate`)}\n`,
    );
  return 0;
}

/** 0 when the session is free again. */
export async function unpin(id: string | undefined, flags: PinFlags, host: Host): Promise<number> {
  const workspace = await loadValid(flags.workspace, host, flags);
  const text = id ?? '';
  const all = workspace.model.pins.flatMap(({ session }) => session ?? []);
  const some = all.includes(text) ? [text] : all.filter((one) => one.includes(text));
  if (some.length > 1) throw new Failure(`'${text}' could be ${some.length} pins: ${some.join(', ')}`);
  const isMeant = (one: WrittenPin) =>
    some[0] === undefined
      ? `${one.module} ${one.group}` === text || one.group === text
      : one.session === some[0];
  const edited = await unpinned(workspace, isMeant, `'${text}'`);
  await requireSound(edited, host);
  write(workspace, edited);
  if (!flags.quiet) host.out(`${sanitise(`Unpinned ${some[0] ?? text}. Next: cxplan generate`)}\n`);
  return 0;
}

/** Pins, plans again, and says what else moved. */
export async function move(id: string | undefined, flags: PinFlags, host: Host): Promise<number> {
  if (flags.at === undefined && flags.on === undefined) {
    throw new Failure('move says where to: --at 2027-05-20T10:00, or --on 2027-05-20');
  }
  await pinIt(id ?? '', flags, host);
  return generate(flags.workspace, { ...flags, force: false }, host);
}

async function pinIt(
  id: string,
  flags: PinFlags,
  host: Host,
): Promise<{ readonly session: PlanSession; readonly edited: PinEdit }> {
  const workspace = await loadValid(flags.workspace, host, flags);
  const before = await startOf(workspace.root, workspace.model, flags, host);
  const session = sessionMeant(id, before.previous, before.options.asOf);
  const edited = await pinned(workspace, session.id, writtenPin(session.id, flags));
  const model = await requireSound(edited, host);
  const { demand, options, previous } = await startOf(workspace.root, model, flags, host);
  const faults = pinFaults(model, demand, options).filter(({ pin }) => pin.session === session.id);
  if (faults.length > 0) throw await refusePins(faults, { model, loaded: edited.loaded }, previous, host);
  write(workspace, edited);
  return { session, edited };
}

/** The model of the changed files. @throws InvalidWorkspace where what was said is none */
async function requireSound({ loaded }: PinEdit, host: Host): Promise<Workspace['model']> {
  if (loaded.model) return loaded.model;
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  await printDiagnostics(errors, loaded.sources, host, 2);
  throw new InvalidWorkspace(exitCodeOf(errors));
}

function writtenPin(session: string, flags: PinFlags): WrittenPin {
  const { at, on, keep, facilitator, room, reason, force } = flags;
  if (!keep && at === undefined && on === undefined && facilitator === undefined && room === undefined) {
    throw new Failure('say what to fix: --at, --on, --facilitator, --room, or --keep for all as it is');
  }
  return {
    session,
    ...(at !== undefined && { at: at.trim().replace(' ', 'T') }),
    ...(on !== undefined && { on }),
    ...(keep && { keep: true }),
    ...(facilitator !== undefined && { facilitator }),
    ...(room !== undefined && { room }),
    ...(reason !== undefined && { reason }),
    ...(force && { force: true }),
  };
}
