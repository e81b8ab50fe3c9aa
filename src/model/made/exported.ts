/**
 * Sessions, rituals and theme runs without their identities; and the hashes of plans made before the words of calendars
 * alone were hashed (`wording/fingerprint.ts`), so that no such plan is announced anew.
 */
import { hash } from 'node:crypto';
import type { Id, Model, Module } from '../model.ts';
import { groupParts } from './group-parts.ts';
import type { Identity, PlanRitual, PlanSession, PlanTheme } from './plan.ts';
import { remembered } from './remembered.ts';

export type SessionFields = Omit<PlanSession, keyof Identity | 'why'>;
export type RitualFields = Omit<PlanRitual, keyof Identity>;
export type ThemeFields = Omit<PlanTheme, keyof Identity>;

/** The fields that those hashes were made of, in their order; what came later is not among them. */
export function sessionFields(session: SessionFields): SessionFields {
  const { module, occurrence, format, themes, stages, departments, attendees, heads } = session;
  const { start, end, timezone, startUtc, endUtc, minutes, site, room, led, counts } = session;
  const { facilitator, coFacilitators } = session;
  return {
    module,
    occurrence,
    format,
    themes,
    stages,
    departments,
    attendees,
    heads,
    start,
    end,
    timezone,
    startUtc,
    endUtc,
    minutes,
    site,
    room,
    facilitator,
    ...(coFacilitators && { coFacilitators }),
    led,
    counts,
  };
}

export function ritualFields({ ritual, type, date, themes, departments }: RitualFields): RitualFields {
  return { ritual, type, date, themes, departments };
}

export function themeFields({ theme, from, to }: ThemeFields): ThemeFields {
  return { theme, from, to };
}

/**
 * Former hashes of sessions: of their own fields, and of what module, room, facilitator, people are called.
 * What a module and a group are called is written out once, whatever the number of their sessions.
 */
export function formerSessionHashes(model: Model): (module: Module, fields: SessionFields) => string {
  const ofModule = remembered((module: Module) => items(moduleWords(model, module)));
  const ofGroup = remembered((group: Id) => JSON.stringify(groupParts(model, group)));
  return (module, fields) => {
    const groups = new Set(fields.attendees.map(({ group }) => group));
    const parts = [
      JSON.stringify(fields),
      ofModule(module),
      items(placeWords(model, fields)),
      `[${Array.from(groups, ofGroup).join()}]`,
    ];
    return hashOfText(`[${parts.join()}]`);
  };
}

function moduleWords(model: Model, module: Module): readonly unknown[] {
  return [
    module.name,
    module.outcome ?? null,
    module.strategy ?? null,
    module.followUp ?? null,
    module.voices.map((id) => [nameOf(model.voices, id), model.voices.get(id)?.type ?? null]),
    module.voiceTypes,
    module.touchpoints.map((id) => model.touchpoints.get(id)?.name ?? id),
    module.parts,
    module.host ? nameOf(model.departments, module.host.department) : null,
    // A site is named only where there are several.
    model.sites.size > 1,
  ];
}

function placeWords(model: Model, fields: SessionFields): readonly unknown[] {
  const { site, room, facilitator, themes, stages, departments } = fields;
  return [
    nameOf(model.sites, site),
    room === null ? null : nameOf(model.rooms, room),
    facilitator === null ? null : nameOf(model.facilitators, facilitator),
    themes.map((id) => nameOf(model.themes, id)),
    stages.map((id) => nameOf(model.stages, id)),
    departments.map((id) => nameOf(model.departments, id)),
  ];
}

/** A list as JSON without its brackets. */
function items(list: readonly unknown[]): string {
  return JSON.stringify(list).slice(1, -1);
}

/** Of a ritual's own fields and words. */
export function formerRitualHash(model: Model, fields: RitualFields): string {
  const ritual = model.rituals.get(fields.ritual);
  const themes = fields.themes.map((id) => nameOf(model.themes, id));
  const all = [fields, ritual?.name ?? fields.ritual, ritual?.channels ?? [], themes];
  return hashOfText(JSON.stringify(all));
}

/** Of a theme run's own fields and words. */
export function formerThemeHash(model: Model, fields: ThemeFields): string {
  return hashOfText(JSON.stringify([fields, nameOf(model.themes, fields.theme)]));
}

/** The name of a thing; its id when there is no such thing (any more). */
function nameOf(things: ReadonlyMap<Id, { readonly name: string }>, id: Id): string {
  return things.get(id)?.name ?? id;
}

function hashOfText(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16);
}
