/** Why a session exists, why with these people, why then, and what would change it; down to lines of YAML. */

import { endClock, isoDate } from '../../calendar/date.ts';
import type { Say } from '../../calendar/say.ts';
import { makeDemand } from '../../demand/demand.ts';
import { memoryOf } from '../../demand/memory.ts';
import { occurrenceName } from '../../demand/occurrences.ts';
import type { Requirement } from '../../demand/types.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { linesOf } from '../../model/line.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import { type Module, pinOf, type When } from '../../model/model.ts';
import { startWords, toWallMinute } from '../../report/words.ts';
import { CONSTRAINTS } from '../../schedule/constraints/index.ts';
import { alternativesTo } from '../../schedule/explain/alternatives.ts';
import { counted } from '../../wording/words.ts';
import { type Answer, type AnswerSource, lineOf, part } from './answer.ts';

export function aboutSession(session: PlanSession, known: AnswerSource): Answer {
  const { model, locate } = known;
  const module = model.modules.get(session.module);
  const demand = makeDemand(model, memoryOf(model, known.plan, known.plan.asOf), known.plan.asOf);
  const asked = session.attendees.flatMap(({ group }) => {
    const isAsked = ({ module, occurrence, group: { roll } }: Requirement) =>
      module.id === session.module && occurrence === session.occurrence && roll === group;
    return demand.requirements.find(isAsked) ?? [];
  });
  const starts =
    session.status === 'confirmed' ? alternativesTo(model, demand, known.plan, session) : undefined;
  const line = (...pointer: Pointer) => lineOf(pointer, locate);
  const title = `${module?.name ?? session.module} (${occurrenceName(known.say, session.occurrence)})`;
  if (!module) {
    return {
      lines: [
        title,
        ...facts(session, known),
        ...part('Why it exists', ['the workspace no longer has this module']),
      ],
      data: session,
    };
  }
  return {
    lines: [
      title,
      ...facts(session, known),
      ...part('Why it exists', existence(session, module, known)),
      ...part('Why these people', people(session, module, known)),
      ...part('Why then', time(session, asked, starts, known)),
      ...part('What would change it', changes(session, module, line)),
    ],
    data: { ...session, asked: asked.map(windowOf), starts: starts ?? null },
  };
}

/** `the line manager of Wards, shift day at Leeds`; a shift that has none says whose it is. */
function lineWords(session: PlanSession, { model, plan }: AnswerSource): string {
  const format = model.modules.get(session.module)?.format;
  if (session.led !== 'line' || format === 'huddle' || format === 'event') return session.led;
  const lineOf = linesOf(model);
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const own = session.attendees.flatMap(({ group }) => groups.get(group) ?? []);
  const [first] = own;
  if (!first) return session.led;
  const { managers, department, site, shift } = lineOf(first);
  const name = model.departments.get(department)?.name ?? department;
  if (managers === 0) return `line: ${name} has no manager, so that somebody of the shift must be asked`;
  const place = `${name}, shift ${shift} at ${model.sites.get(site)?.name ?? site}`;
  const without = own.find((group) => group.shift !== shift || group.site !== site);
  const why = without ? `; shift ${without.shift} there has none of its own` : '';
  return `line: ${managers === 1 ? 'the manager' : `one of ${managers} managers`} of ${place}${why}`;
}

function facts(session: PlanSession, known: AnswerSource): string[] {
  const { model, say } = known;
  const room = session.room === null ? undefined : (model.rooms.get(session.room)?.name ?? session.room);
  const leader =
    session.facilitator === null
      ? lineWords(session, known)
      : ledBy(session)
          .map((id) => model.facilitators.get(id)?.name ?? id)
          .join(' and ');
  const site = model.sites.get(session.site)?.name ?? session.site;
  return [
    `  when     ${startWords(say, session.start)} to ${endClock(toWallMinute(session.end))}, ${session.timezone}`,
    `  where    ${room ? `${room}, ` : ''}${site}`,
    `  led by   ${leader}`,
    `  who      ${session.attendees.map(({ group, first, last }) => `${group} ${first}–${last}`).join(', ')} (${counted(say, session.heads, 'person', 'people')})`,
    `  counts   ${session.counts ? 'yes' : 'no: it is unpaid, has no theme, or is a tool without a strategy'}`,
    ...(session.status === 'cancelled' ? ['  status   cancelled'] : []),
  ];
}

function existence(session: PlanSession, module: Module, { model, locate, say }: AnswerSource): string[] {
  const line = (...pointer: Pointer) => lineOf(['modules', module.id, ...pointer], locate);
  const themes = session.themes.map((id) => model.themes.get(id)?.name ?? id);
  const touchpoints = module.touchpoints.map((id) => model.touchpoints.get(id)?.name ?? id);
  return [
    `because ${line()}`,
    `because ${line('when')}: ${whenWords(say, module.when)}; this is ${occurrenceWords(say, session)}`,
    ...(themes.length > 0 ? [`it teaches ${themes.join(', ')}: ${line('themes')}`] : []),
    ...(touchpoints.length > 0 ? [`it covers ${touchpoints.join(', ')}: ${line('touchpoints')}`] : []),
  ];
}

function whenWords({ dateShort }: Say, when: When): string {
  switch (when.kind) {
    case 'once':
      if (when.offers) return `on one of ${when.offers.map(({ date }) => dateShort(date)).join(', ')}`;
      return `once, from ${dateShort(when.from)} to ${dateShort(when.by)}`;
    case 'every':
      return `every ${when.every}, from ${dateShort(when.from)} to ${dateShort(when.by)}`;
    case 'moment':
      return `at the moment “${when.moment}” of whoever joins`;
    case 'date':
      return `on ${dateShort(when.date)}`;
    case 'observance':
      return `on ${when.observance}`;
    case 'trigger':
      return `when ${when.trigger}`;
  }
}

function occurrenceWords(say: Say, { occurrence }: PlanSession): string {
  const [, name = occurrence, number] = /^(.*?)(?:\.p(\d+))?$/.exec(occurrence)!;
  const which = name === 'once' ? 'that one time' : `that of ${occurrenceName(say, name)}`;
  return number === undefined ? which : `${which}, part ${number}`;
}

/** Audience, then for each group the role and the shift that put it there. */
function people(session: PlanSession, module: Module, { model, plan, locate, say }: AnswerSource): string[] {
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const lines = session.attendees.map(({ group: id }) => {
    const group = groups.get(id);
    const role = group && model.roles.get(group.role);
    if (!group || !role) return `${id}: no longer in the workspace`;
    const joining = group.joiners === false ? '' : `, joining in ${group.joiners}`;
    return `${id}: ${counted(say, group.heads, 'person', 'people')}${joining}, from ${lineOf(['roles', role.id, 'heads'], locate)}, shift ${lineOf(['departments', role.department, 'shifts', group.shift], locate)}`;
  });
  return [
    `because ${lineOf(['modules', module.id, 'audience'], locate)}: ${module.audience.label}`,
    ...lines,
  ];
}

type Starts = ReturnType<typeof alternativesTo>;

function time(
  session: PlanSession,
  asked: readonly Requirement[],
  starts: Starts,
  known: AnswerSource,
): string[] {
  const { why, start } = session;
  const { say } = known;
  const pin = pinOf(known.model.pins, session);
  const pinned =
    pin &&
    `pinned by ${lineOf(pin.pointer, known.locate)}${pin.reason === undefined ? '' : `: ${pin.reason}`}${pin.force ? ' (by force)' : ''}`;
  const [first] = asked;
  const moved = why.filter((reason) => reason.includes(' '));
  return [
    ...(first ? [`it may be held from ${say.dateShort(first.from)} to ${say.dateShort(first.by)}`] : []),
    ...(starts
      ? startLines(
          say,
          starts,
          pinned === undefined
            ? `the search chose ${startWords(say, start)} among them (policy.weights says what it prefers)`
            : pinned,
        )
      : pinned === undefined
        ? []
        : [pinned]),
    ...moved,
  ];
}

function startLines(say: Say, { of, free, reasons }: NonNullable<Starts>, chosen: string): string[] {
  const excluded = reasons.map(({ constraint, excluded: n, detail, cause }) => {
    const words = CONSTRAINTS.find(({ id }) => id === constraint)?.reason(detail, cause) ?? constraint;
    return `${say.number(n)} are out: ${words} (${constraint})`;
  });
  return [
    `their shift leaves ${counted(say, of, 'start')} in that window, all other sessions standing where they are`,
    ...excluded,
    `${counted(say, free, 'start')} would do; ${chosen}`,
  ];
}

function changes(session: PlanSession, module: Module, line: (...pointer: Pointer) => string): string[] {
  const { room, departments } = session;
  const id = module.id;
  return [
    `another window or rhythm: ${line('modules', id, 'when')}`,
    `other people: ${line('modules', id, 'audience')}`,
    `another length, or parts: ${line('modules', id, 'minutes')}`,
    ...ledBy(session).map((one) => `when its leader is there: ${line('facilitators', one)}`),
    ...(room === null ? [] : [`where it fits: ${line('rooms', room)}`]),
    ...departments.map((department) =>
      module.format === 'huddle'
        ? `the meeting it is part of: ${line('departments', department, 'meetings')}`
        : `when they can be away, and how many at once: ${line('departments', department)}`,
    ),
  ];
}

function windowOf({ id, from, by }: Requirement): { id: string; from: string; by: string } {
  return { id, from: isoDate(from), by: isoDate(by) };
}
