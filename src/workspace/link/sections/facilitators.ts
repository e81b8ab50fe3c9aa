/** `facilitators` and `rituals`: who leads sessions, and what goes on around them. */

import { MON_FRI } from '../../../calendar/date.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Facilitator, Id, Programme, Ritual, ShiftTime, Site } from '../../../model/model.ts';
import type { ResolveAudience } from '../audiences.ts';
import { ranges } from '../ranges.ts';
import { asList, dayMask, languages, nameOf, season, span } from '../values.ts';
import { linkWhen } from '../when.ts';
import type { WrittenFacilitator, WrittenRitual } from '../written.ts';

const WORKING_HOURS = { start: 7 * 60, end: 20 * 60 };

export function linkFacilitators(
  written: ReadonlyMap<Id, WrittenFacilitator>,
  programme: Programme,
  sites: ReadonlyMap<Id, Site>,
): Map<Id, Facilitator> {
  const facilitators = new Map<Id, Facilitator>();
  for (const [id, facilitator] of [...written].sort(([a], [b]) => byCodeUnit(a, b))) {
    const places = asList(facilitator.sites);
    facilitators.set(id, {
      id,
      name: facilitator.name ?? nameOf(id),
      kind: facilitator.kind,
      teaches: facilitator.teaches === undefined ? undefined : new Set(asList(facilitator.teaches)),
      ...languages(facilitator),
      role: facilitator.role,
      sites: facilitator.sites === undefined ? undefined : new Set(places),
      zone: sites.get(places[0] ?? '')?.zone ?? programme.zone,
      works: worksOf(facilitator),
      minutesPerDay: inMinutes(facilitator.hoursPerDay),
      minutesPerWeek: inMinutes(facilitator.hoursPerWeek),
      minutesPerMonth: inMinutes(facilitator.hoursPerMonth),
      totalDays: facilitator.totalDays,
      away: ranges(facilitator.away),
    });
  }
  return facilitators;
}

/** `works`, else `days` and `hours`. */
function worksOf(facilitator: WrittenFacilitator): ShiftTime[] {
  const { days, hours } = facilitator;
  if (facilitator.works)
    return facilitator.works.map((time) => ({
      days: dayMask(time.days),
      hours: span(time.hours),
      ...season(time),
    }));
  return [
    {
      days: days === undefined ? MON_FRI : dayMask(days),
      hours: hours === undefined ? WORKING_HOURS : span(hours),
      ...season(facilitator),
    },
  ];
}

function inMinutes(hours: number | undefined): number | undefined {
  return hours === undefined ? undefined : Math.round(hours * 60);
}

export function linkRituals(
  written: ReadonlyMap<Id, WrittenRitual>,
  programme: Programme,
  audience: ResolveAudience,
): Map<Id, Ritual> {
  const rituals = new Map<Id, Ritual>();
  for (const [id, ritual] of [...written].sort(([a], [b]) => byCodeUnit(a, b))) {
    rituals.set(id, {
      id,
      name: ritual.name ?? nameOf(id),
      type: ritual.type,
      audience: audience(ritual.audience ?? 'everyone'),
      channels: asList(ritual.channel),
      themes: ritual.themes === 'month' ? 'month' : asList(ritual.themes),
      tags: new Set(asList(ritual.tags)),
      when: linkWhen(ritual.when, programme),
    });
  }
  return rituals;
}
