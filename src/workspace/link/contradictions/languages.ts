/** What is held in no language that its people understand, or that nobody who could lead it speaks. */
import {
  type Id,
  inCommon,
  type Language,
  languagesOf,
  languagesText,
  type Model,
  type Module,
  meetingPlace,
  ONLINE,
} from '../../../model/model.ts';
import { LEADERS, teachers } from './facilitators.ts';
import { isHeld, sessionSites } from './sessions.ts';
import type { Check, Ground } from './types.ts';

/** As many as fit into the bits of a number. */
const MOST = 31;

function areUnderstood({ model, report }: Ground): void {
  const { modules, facilitators, roles, sites } = model;
  const said = [modules, facilitators, roles, sites].flatMap((things) =>
    [...things.values()].flatMap(({ languages }) => languages ?? []),
  );
  if (said.length === 0) return;
  if (new Set(said).size > MOST) {
    report({
      code: 'too-many-languages',
      at: ['programme', 'name'],
      message: `the workspace names ${new Set(said).size} languages, and ${MOST} are the most`,
      fix: 'leave out those that tell nobody apart',
    });
    return;
  }
  const ableTo = teachers([...facilitators.values()]);
  for (const module of modules.values()) {
    if (!isHeld(module)) continue;
    for (const people of listenersOf(module, model)) {
      const common = inCommon([module.languages, people.languages]);
      if (!common) continue;
      if (common.length === 0) {
        report(notUnderstood(module, people));
        break;
      }
      if (!LEADERS.has(module.led) || module.format === 'huddle' || module.format === 'self-paced') continue;
      const there = ableTo(module).filter((one) => !one.sites || one.sites.has(people.place));
      // Where nobody teaches it at all, that is told.
      if (there.length === 0 || there.some((one) => inCommon([common, one.languages])!.length > 0)) continue;
      report(
        nobodySpeaks(
          module,
          people,
          common,
          there.map(({ name }) => name),
        ),
      );
      break;
    }
  }
}

/** People of an audience who understand the same, and where they meet. */
interface Listeners {
  readonly role: Id;
  readonly site: Id;
  /** A site's id or `online`. */
  readonly place: Id;
  readonly languages: readonly Language[] | undefined;
}

/** One of each language and place, by post. */
function* listenersOf(module: Module, model: Model): Generator<Listeners> {
  const held = new Set(sessionSites(module, model));
  const seen = new Set<string>();
  for (const id of module.audience.posts) {
    const { role, site } = model.posts.get(id)!;
    const place = held.has(ONLINE) ? ONLINE : meetingPlace(model, module, site);
    const languages = languagesOf(model, { role, site });
    const key = `${place} ${languages?.join()}`;
    if (seen.has(key) || !held.has(place)) continue;
    seen.add(key);
    yield { role, site, place, languages };
  }
}

function notUnderstood({ id, languages }: Module, people: Listeners): Parameters<Ground['report']>[0] {
  return {
    code: 'not-understood',
    severity: 'warn',
    at: ['modules', id, 'languages'],
    message: `module "${id}" is held in ${languagesText(languages!)}, and role "${people.role}" at ${people.site} understands ${languagesText(people.languages!)}`,
    fix: 'add a language that they understand, or leave these people out of its audience',
    related: [{ message: `role "${people.role}"`, at: ['roles', people.role], key: true }],
  };
}

function nobodySpeaks(
  { id, led, languages }: Module,
  { role, site }: Listeners,
  common: readonly Language[],
  names: readonly string[],
): Parameters<Ground['report']>[0] {
  const who = names.slice(0, 3).join(', ');
  return {
    code: 'nobody-speaks',
    severity: 'warn',
    at: ['modules', id, ...(languages ? ['languages'] : ['audience'])],
    message: `module "${id}" needs a ${led} who speaks ${languagesText(common)} for role "${role}" at ${site}, and none who teaches it there does`,
    fix: `add the language to the languages of ${who}, or a facilitator who speaks it`,
    related: [{ message: `role "${role}"`, at: ['roles', role], key: true }],
  };
}

export const LANGUAGE_CHECKS: readonly Check[] = [
  { needs: ['sites', 'departments', 'roles', 'facilitators', 'modules'], check: areUnderstood },
];
