/** `modules`: what people learn, with everything that its format implies filled in. */
import { byCodeUnit } from '../../../collections/text-order.ts';
import type {
  Format,
  Host,
  Id,
  Led,
  Module,
  Programme,
  Room,
  Stage,
  Voice,
  VoiceType,
} from '../../../model/model.ts';
import { ONLINE } from '../../../model/model.ts';
import type { ResolveAudience } from '../audiences.ts';
import { asList, awayLimit, dayMask, languages, nameOf, optionalDay, span, validFor } from '../values.ts';
import { linkWhen } from '../when.ts';
import type { WrittenModule } from '../written.ts';

/** What a format means where nothing else is written; seats `undefined`: unlimited. */
const FORMAT_DEFAULTS: Readonly<
  Record<Format, { led: Led; seats: number | undefined; room: 'none' | 'site' | 'online' }>
> = {
  workshop: { led: 'trainer', seats: 16, room: 'site' },
  virtual: { led: 'trainer', seats: 20, room: 'online' },
  talk: { led: 'champion', seats: 60, room: 'site' },
  lunch: { led: 'line', seats: 20, room: 'site' },
  event: { led: 'line', seats: undefined, room: 'none' },
  'customer-room': { led: 'champion', seats: 8, room: 'site' },
  'book-club': { led: 'champion', seats: 12, room: 'site' },
  huddle: { led: 'line', seats: undefined, room: 'none' },
  coaching: { led: 'line', seats: 1, room: 'none' },
  shadowing: { led: 'peer', seats: undefined, room: 'none' },
  'self-paced': { led: 'self', seats: undefined, room: 'none' },
  interview: { led: 'line', seats: undefined, room: 'none' },
};

export interface ModuleSources {
  readonly programme: Programme;
  readonly rooms: ReadonlyMap<Id, Room>;
  readonly stages: ReadonlyMap<Id, Stage>;
  readonly voices: ReadonlyMap<Id, Voice>;
  readonly audience: ResolveAudience;
}

export function linkModules(
  written: ReadonlyMap<Id, WrittenModule>,
  sources: ModuleSources,
): Map<Id, Module> {
  return new Map(
    [...written]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, module]) => [id, linkModule(id, module, sources)]),
  );
}

function linkModule(id: Id, written: WrittenModule, sources: ModuleSources): Module {
  const { format } = written;
  const host = linkHost(written);
  const voices = asList(written.voices);
  return {
    id,
    name: written.name ?? nameOf(id),
    audience: sources.audience(written.audience),
    minutes: written.minutes,
    format,
    led: written.led ?? FORMAT_DEFAULTS[format].led,
    facilitators: written.facilitators === undefined ? undefined : asList(written.facilitators),
    leaders: written.leaders ?? 1,
    skill: written.skill ?? id,
    ...languages(written),
    seats: linkSeats(written, format, host),
    parts: written.parts ?? 1,
    days: written.days === undefined ? undefined : dayMask(written.days),
    hours: written.hours === undefined ? undefined : span(written.hours),
    sites: written.sites === undefined ? undefined : new Set(asList(written.sites)),
    ...(written.at !== undefined && { at: asList(written.at) }),
    when: linkWhen(written.when, sources.programme),
    themes: written.themes === 'month' ? 'month' : asList(written.themes),
    ...linkModuleStages(written, sources.stages),
    touchpoints: asList(written.touchpoints),
    moments: asList(written.moments),
    tags: new Set(asList(written.tags)),
    kind: written.kind ?? 'practice',
    strategy: written.strategy,
    outcome: written.outcome,
    voices: voices.filter((voice) => sources.voices.has(voice)),
    voiceTypes: voices.filter((voice) => !sources.voices.has(voice)) as VoiceType[],
    metrics: asList(written.metrics),
    after: asList(written.after).map((prerequisite) =>
      typeof prerequisite === 'string'
        ? { module: prerequisite, atLeastDays: 0 }
        : {
            module: prerequisite.module,
            atLeastDays: prerequisite.atLeastDays ?? 0,
            ...(prerequisite.atMostDays !== undefined && { atMostDays: prerequisite.atMostDays }),
          },
    ),
    room: linkRoom(written, format, sources.rooms),
    maxAway: written.maxAway === undefined ? undefined : awayLimit(written.maxAway),
    minOnShift: written.minOnShift,
    host,
    followUp: written.followUp && {
      action: written.followUp.action,
      withinDays: written.followUp.withinDays,
    },
    basics: asList(written.basics),
    paid: written.paid ?? true,
    ...(written.hoursOutsideShift === 'allowed' && format !== 'huddle' && { outsideShift: true as const }),
    reviewBy: optionalDay(written.reviewBy),
    ...(written.validFor !== undefined && { validFor: validFor(written.validFor) }),
  };
}

function linkHost({ host }: WrittenModule): Host | undefined {
  return host && { department: host.department, guests: host.guests ?? 1, site: host.site };
}

function linkSeats(written: WrittenModule, format: Format, host: Host | undefined): Module['seats'] {
  const max = format === 'shadowing' ? host?.guests : FORMAT_DEFAULTS[format].seats;
  // Where each date says how many it takes, no format says otherwise.
  const offered = written.when.dates?.map(({ seats }) => seats);
  if (written.seats === undefined && offered?.every((seats) => seats !== undefined))
    return { min: 1, max: Math.max(...(offered as number[])) };
  if (written.seats === undefined) return { min: 1, max };
  if (typeof written.seats === 'number') return { min: 1, max: written.seats };
  return { min: written.seats.min ?? 1, max: written.seats.max ?? max };
}

function linkModuleStages(
  written: WrittenModule,
  stages: ReadonlyMap<Id, Stage>,
): Pick<Module, 'stages' | 'allStages'> {
  if (written.stages === 'own') return { stages: 'own', allStages: false };
  if (written.stages === 'all') return { stages: [...stages.keys()], allStages: true };
  return { stages: asList(written.stages), allStages: false };
}

/** A room at the site, unless the module is held online only: then one that is online too. */
function linkRoom(written: WrittenModule, format: Format, rooms: ReadonlyMap<Id, Room>): Module['room'] {
  const sites = asList(written.sites);
  const onlineOnly = sites.length === 1 && sites[0] === ONLINE;
  const usual = onlineOnly || format === 'virtual' ? 'online' : 'site';
  if (written.room === undefined) {
    const kind = FORMAT_DEFAULTS[format].room;
    return { kind: kind === 'none' ? 'none' : usual, features: [], rooms: undefined };
  }
  const { room } = written;
  if (room === 'online') return { kind: 'online', features: [], rooms: undefined };
  if (typeof room === 'boolean') return { kind: room ? usual : 'none', features: [], rooms: undefined };
  if (typeof room === 'object' && 'features' in room) {
    return { kind: usual, features: asList(room.features), rooms: undefined };
  }
  const named = new Set(asList<Id>(room));
  const online = [...named].every((id) => rooms.get(id)?.site === ONLINE);
  return { kind: online ? 'online' : 'site', features: [], rooms: named };
}
