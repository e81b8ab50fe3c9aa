import type { Presence } from '../exchange/attendance/presence.ts';
import type { Id, Model } from '../model/model.ts';
import { overlap } from './clock.ts';
import { plainName } from './persons.ts';
import type { Calendar, SeatedSession } from './seats.ts';
import type { MatchOptions } from './types.ts';

/** Which sessions a presence can mean. */
export class About {
  readonly #calendar: Calendar;
  readonly #options: MatchOptions;
  readonly #module: Id | undefined;
  readonly #modules: ReadonlyMap<string, Id>;

  constructor(model: Model, calendar: Calendar, options: MatchOptions) {
    this.#calendar = calendar;
    this.#options = options;
    this.#modules = new Map(
      [...model.modules.values()].flatMap(({ id, name }) => [
        [id, id] as const,
        [plainName(name), id] as const,
      ]),
    );
    const { topic } = options;
    this.#module = options.module ?? (topic === undefined ? undefined : this.#moduleCalled(topic));
  }

  names({ row }: Presence): boolean {
    return row.cell('session') !== '' || row.cell('module') !== '' || this.#options.session !== undefined;
  }

  /** Of the person's own sessions those it overlaps longest; several where that is the same. */
  own(presence: Presence, person: Id): SeatedSession[] {
    return this.#longest(presence, this.#meant(presence, person));
  }

  /** Of all sessions; the one that the others came to, where it is among them. */
  any(presence: Presence, main: SeatedSession | undefined): SeatedSession[] {
    // A row without a day (those who never came) is about what the others came to.
    if (presence.day === undefined && !this.names(presence)) return main ? [main] : [];
    const meant = this.#longest(presence, this.#meant(presence));
    return main && meant.includes(main) ? [main] : meant;
  }

  #moduleCalled(name: string): Id | undefined {
    return this.#modules.get(name) ?? this.#modules.get(plainName(name));
  }

  /** @param person whose own are meant; all when left out */
  #meant({ row, day }: Presence, person?: Id): readonly SeatedSession[] {
    const id = row.cell('session') || this.#options.session;
    if (id) {
      const named = this.#calendar.byId.get(id);
      return named && (person === undefined || named.seated.has(person)) ? [named] : [];
    }
    const word = row.cell('module');
    const module = word === '' ? this.#module : this.#moduleCalled(word);
    if ((word !== '' && module === undefined) || day === undefined) return [];
    // A course and its day are meant as they stand; a clock elsewhere may show the next day.
    const reach = word === '' ? 1 : 0;
    const sessions = person === undefined ? this.#calendar.around(day) : this.#calendar.of(person);
    return sessions.filter(
      ({ session, start }) =>
        Math.abs(Math.floor(start / 86_400) - day) <= reach &&
        (module === undefined || session.module === module),
    );
  }

  #longest(presence: Presence, sessions: readonly SeatedSession[]): SeatedSession[] {
    const { from, to, day } = presence;
    if (!from || !to)
      return sessions.filter(({ start }) => day === undefined || Math.floor(start / 86_400) === day);
    const lengths = sessions.map((session) => overlap(session, from, to, this.#options.zone));
    const most = Math.max(0, ...lengths);
    return most === 0 ? [] : sessions.filter((_, i) => lengths[i] === most);
  }
}
