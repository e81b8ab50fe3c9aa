/** `programme` → the year's frame. */
import type { Programme } from '../../../model/model.ts';
import { asList, day } from '../values.ts';
import type { WrittenProgramme } from '../written.ts';

export function linkProgramme(written: WrittenProgramme): Programme {
  return {
    id: written.id,
    domain: written.domain ?? 'cxplan.invalid',
    name: written.name,
    starts: day(written.starts),
    ends: day(written.ends),
    zone: written.timezone,
    locale: written.locale ?? 'en-GB',
    rotation: written.rotation ?? [],
    mantra: written.mantra,
    definition: written.definition,
    success: written.success,
    agreedBy: asList(written.agreedBy),
    team: asList(written.team),
    organizer: written.organizer,
  };
}
