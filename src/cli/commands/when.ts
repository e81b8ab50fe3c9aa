/** `cxplan when`: the nearest starts at which a session could be held, and what each would cost. */
import { sayIn } from '../../calendar/say.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Model, Pin } from '../../model/model.ts';
import { startWords } from '../../report/words.ts';
import { resolvePins } from '../../schedule/pins/resolve.ts';
import { type FreeStart, freeStarts } from '../../schedule/pins/when.ts';
import { limitsOf } from '../../schedule/solve/solve.ts';
import { counted } from '../../wording/words.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { loadValid } from '../load.ts';
import { type PinFlags, type Start, startOf } from '../pins/check.ts';
import { sessionMeant } from '../pins/session.ts';
import { printJson } from '../print.ts';

export interface WhenFlags extends PinFlags {
  readonly workspace?: string;
  readonly most: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** 0 when there are such starts, 1 when there is none. */
export async function when(
  about: string,
  group: string | undefined,
  flags: WhenFlags,
  host: Host,
): Promise<number> {
  const { root, model } = await loadValid(flags.workspace, host, flags);
  const start = await startOf(root, model, flags, host);
  const session =
    group === undefined
      ? sessionMeant(about, start.previous, start.options.asOf)
      : ofGroup(model, start, about, group);
  const { asOf, dated } = start.options;
  const limits = limitsOf(model, { asOf, dated, made: start.previous?.made });
  const starts = freeStarts(model, start.demand, start.previous, session, limits, flags.most);
  if (!starts) throw new Failure(`nobody is asked for '${session.id}' any more`);
  if (flags.json)
    printJson({ session: session.id, now: session.uid === '' ? null : session.start, starts }, host);
  else
    host.out(
      `${textOf(model, session.id, session.uid === '' ? undefined : session.start, starts)
        .map(sanitise)
        .join('\n')}\n`,
    );
  return starts.length > 0 ? 0 : 1;
}

/** What a group learns, whether the plan has it already or not. */
function ofGroup(model: Model, { demand, previous, options }: Start, module: string, group: string) {
  const pin = { pointer: ['pins', 0], module, group, keep: false, force: false } as unknown as Pin;
  const only = { ...model, pins: [pin] };
  const { sessions, faults } = resolvePins(only, demand, previous, undefined, options.asOf);
  const [fault] = faults;
  if (fault) throw new Failure(`${fault.message}${fault.fix === undefined ? '' : `: ${fault.fix}`}`);
  const found = sessions.find((session) => session.pin === pin);
  if (!found) throw new Failure(`${module} of ${group} has been held`);
  return found;
}

function textOf(model: Model, id: string, now: string | undefined, starts: readonly FreeStart[]): string[] {
  const say = sayIn(model.programme.locale);
  const head = now === undefined ? id : `${id}, now ${startWords(say, now)}`;
  if (starts.length === 0) return [head, '  no start of its window is free while everything else stands'];
  const lines = starts.map(({ start, facilitator, coFacilitators = [], room, cost, people }) => {
    const leaders = facilitator === undefined ? [] : [facilitator, ...coFacilitators];
    const names = leaders.map((id) => model.facilitators.get(id)?.name ?? id);
    const who = names.length === 0 ? '' : ` · ${names.join(' and ')}`;
    const where = room === undefined ? '' : ` · ${model.rooms.get(room)?.name ?? room}`;
    const moved = people === 0 ? 'as it stands' : `${counted(say, people, 'person', 'people')} moved`;
    return `  ${startWords(say, start)}${where}${who} · ${moved} · soft cost ${cost >= 0 ? '+' : '−'}${say.figure(Math.abs(cost))}`;
  });
  return [head, ...lines, `Fix one: cxplan move ${id} --at ${starts[0]!.start}`];
}
