/** `pins` and `notes`: what the planner has fixed, and remembers. */
import { MINUTES_A_DAY } from '../../../calendar/date.ts';
import { withoutAddresses } from '../../../diagnostics/addresses.ts';
import type { Pin } from '../../../model/model.ts';
import { day, minute, optionalDay } from '../values.ts';
import type { WrittenNote, WrittenPin } from '../written.ts';

export function linkPins(written: readonly (WrittenPin | undefined)[]): Pin[] {
  return written.flatMap((pin, i) => (pin ? [linkPin(pin, i)] : []));
}

function linkPin(written: WrittenPin, i: number): Pin {
  const {
    session,
    module,
    group,
    occurrence,
    at,
    on,
    notOn,
    keep,
    facilitator,
    room,
    groups,
    reason,
    force,
  } = written;
  return {
    pointer: ['pins', i],
    session,
    module,
    group,
    occurrence,
    at: at === undefined ? undefined : day(at.slice(0, 10)) * MINUTES_A_DAY + minute(at.slice(11)),
    on: optionalDay(on),
    notOn: notOn?.map(day),
    keep: keep ?? false,
    facilitator,
    room,
    groups,
    reason: reason === undefined ? undefined : withoutAddresses(reason),
    force: force ?? false,
  };
}

export function linkNotes(written: readonly (WrittenNote | undefined)[]): Map<string, string> {
  return new Map(written.flatMap((note) => (note ? [[note.session, withoutAddresses(note.text)]] : [])));
}
