/** What things are called, as far as calendars, pages and sheets say it. A {@link Model} is such; so is what a plan kept. */
import type { Id } from './ids.ts';
import type { Voice } from './journey.ts';
import type { Module, Ritual } from './modules.ts';
import type { PostId } from './people.ts';

interface NamedThing {
  readonly name: string;
}

export interface Names {
  readonly sites: ReadonlyMap<Id, NamedThing>;
  readonly rooms: ReadonlyMap<Id, NamedThing & { readonly site: Id }>;
  readonly departments: ReadonlyMap<Id, NamedThing>;
  readonly roles: ReadonlyMap<Id, NamedThing>;
  readonly stages: ReadonlyMap<Id, NamedThing>;
  readonly themes: ReadonlyMap<Id, NamedThing>;
  readonly voices: ReadonlyMap<Id, Pick<Voice, 'name' | 'type'>>;
  readonly facilitators: ReadonlyMap<Id, NamedThing>;
  readonly modules: ReadonlyMap<Id, ModuleNames>;
  readonly rituals: ReadonlyMap<Id, Pick<Ritual, 'name' | 'channels'>>;
  /** How many people hold each post tells whether its groups are numbered. */
  readonly posts: ReadonlyMap<PostId, { readonly heads: number }>;
  readonly policy: { readonly groupSize: number };
}

/** What is said of a module. */
export type ModuleNames = Pick<
  Module,
  'name' | 'outcome' | 'strategy' | 'followUp' | 'voices' | 'voiceTypes' | 'parts'
> & { readonly host: { readonly department: Id } | undefined };
