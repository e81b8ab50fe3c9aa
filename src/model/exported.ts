/**
 * What calendars may show of a session, a ritual, a theme. Its hash decides whether an item has changed, so
 * everything an event's title, text, place, time or category is made from stands here, and nothing else.
 */
import { hash } from 'node:crypto';
import { groupParts } from './group-parts.ts';
import type { Id, Model, Module } from './model.ts';
import type { Identity, PlanRitual, PlanSession, PlanTheme } from './plan.ts';
import { remembered } from './remembered.ts';

export type SessionFields = Omit<PlanSession, keyof Identity | 'why'>;
export type RitualFields = Omit<PlanRitual, keyof Identity>;
export type ThemeFields = Omit<PlanTheme, keyof Identity>;

/** A session without its identity. */
export function sessionFields(session: PlanSession): SessionFields {
  const { why, ...rest } = session;
  return withoutIdentity(rest);
}

export function ritualFields(ritual: PlanRitual): RitualFields {
  return withoutIdentity(ritual);
}

export function themeFields(theme: PlanTheme): ThemeFields {
  return withoutIdentity(theme);
}

function withoutIdentity<T extends Identity>(item: T): Omit<T, keyof Identity> {
  const { id, uid, sequence, status, created, revised, issue, hash, ...fields } = item;
  return fields;
}

/**
 * Hashes of sessions: of their own fields, and of the words that module, room, facilitator, people are called by.
 * What a module and a group are called by is written out once, whatever the number of their sessions.
 */
export function sessionHashes(model: Model): (module: Module, fields: SessionFields) => string {
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

/** A ritual's own fields and words. */
export function ritualExport(model: Model, fields: RitualFields): unknown {
  const ritual = model.rituals.get(fields.ritual);
  const themes = fields.themes.map((id) => nameOf(model.themes, id));
  return [fields, ritual?.name ?? fields.ritual, ritual?.channels ?? [], themes];
}

/** A theme run's own fields and words. */
export function themeExport(model: Model, fields: ThemeFields): unknown {
  return [fields, nameOf(model.themes, fields.theme)];
}

/** The name of a thing; its id when there is no such thing (any more). */
export function nameOf(things: ReadonlyMap<Id, { readonly name: string }>, id: Id): string {
  return things.get(id)?.name ?? id;
}

/** Hash of exported fields: sixteen hexadecimal digits of SHA-256. */
export function hashOf(fields: unknown): string {
  return hashOfText(JSON.stringify(fields));
}

function hashOfText(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16);
}
