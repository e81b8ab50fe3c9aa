/** The written form of a whole workspace: all files' sections as one, of the right shape, before any default. */
import type {
  WrittenAudience,
  WrittenCosts,
  WrittenDepartment,
  WrittenFacilitator,
  WrittenMetric,
  WrittenModule,
  WrittenMoment,
  WrittenNote,
  WrittenPin,
  WrittenPolicy,
  WrittenProgramme,
  WrittenRitual,
  WrittenRole,
  WrittenRoom,
  WrittenSite,
  WrittenStage,
  WrittenTheme,
  WrittenVoice,
  WrittenWaiver,
} from '../written.gen.ts';

export type * from '../written.gen.ts';

/** Id → entry. Maps, because an id may be any word; sorted by id, because no order is meant. */
type Entries<T> = ReadonlyMap<string, T>;

export interface Written {
  readonly programme: WrittenProgramme;
  readonly sites: Entries<WrittenSite>;
  readonly rooms: Entries<WrittenRoom>;
  readonly departments: Entries<WrittenDepartment>;
  readonly roles: Entries<WrittenRole>;
  readonly audiences: Entries<WrittenAudience>;
  readonly stages: Entries<WrittenStage>;
  readonly moments: Entries<WrittenMoment>;
  readonly themes: Entries<WrittenTheme>;
  readonly metrics: Entries<WrittenMetric>;
  readonly voices: Entries<WrittenVoice>;
  readonly modules: Entries<WrittenModule>;
  readonly facilitators: Entries<WrittenFacilitator>;
  readonly rituals: Entries<WrittenRitual>;
  readonly policy: WrittenPolicy;
  readonly costs?: WrittenCosts;
  /** `undefined`: one that is not sound. */
  readonly waivers: readonly (WrittenWaiver | undefined)[];
  readonly pins: readonly (WrittenPin | undefined)[];
  readonly notes: readonly (WrittenNote | undefined)[];
}
