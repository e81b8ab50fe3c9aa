/**
 * Who may sit together: requirements of one module and occurrence that can share a session because they
 * meet at one site (or online), and where the line leads, have one manager. Which of them do share one is decided
 * while placing, where hours, seats and floors are known.
 */
import { linesOf } from '../model/line.ts';
import { type Id, type Model, type Module, meetingPlace, ONLINE, type Post } from '../model/model.ts';
import type { Demand, Requirement } from './types.ts';

export interface Pool {
  /** `<module>.<occurrence>.<site>`, huddles with their department, self-paced time with its group, what the line leads with the line. */
  readonly id: string;
  readonly module: Module;
  readonly occurrence: string;
  readonly part: Requirement['part'];
  /** Where the session is held: a site's id or `online`. */
  readonly site: Id;
  /** In whose wall clock it is written. */
  readonly zone: string;
  /** Sorted by group. */
  readonly requirements: readonly Requirement[];
}

/** Held online: with an online room, or nowhere else. Huddles and self-paced time are where people work. */
export function heldOnline(module: Module): boolean {
  if (module.format === 'huddle' || module.format === 'self-paced') return false;
  if (module.room.kind === 'online') return true;
  return module.sites !== undefined && module.sites.size === 1 && module.sites.has(ONLINE);
}

/** Packs requirements that could share a session, in order of module, occurrence and site. */
export function poolsOf(model: Model, demand: Demand): Pool[] {
  const hosts = hostSites(model);
  const lineOf = linesOf(model);
  const pools: Pool[] = [];
  const occurrences = new Map<string, Places>();
  let [places, last] = [new Map() as Places, undefined as Requirement | undefined];
  for (const requirement of demand.requirements) {
    const { module, occurrence, group } = requirement;
    // Mostly those of one come one after the other.
    if (module !== last?.module || occurrence !== last.occurrence) {
      const key = `${module.id} ${occurrence}`;
      places = occurrences.get(key) ?? new Map();
      occurrences.set(key, places);
    }
    last = requirement;
    const site = siteOf(model, module, group.post, hosts);
    const place = site + apart(requirement, lineOf);
    const known = places.get(place);
    if (known) known.push(requirement);
    else {
      const own = [requirement];
      places.set(place, own);
      pools.push(poolOf(model, site, place, own));
    }
  }
  return pools;
}

/** Requirements of one module and occurrence, by where they are met. */
type Places = Map<string, Requirement[]>;

function poolOf(model: Model, site: Id, place: string, requirements: Requirement[]): Pool {
  const { module, occurrence, part } = requirements[0]!;
  const zone = model.sites.get(site)?.zone ?? model.programme.zone;
  return { id: `${module.id}.${occurrence}.${place}`, module, occurrence, part, site, zone, requirements };
}

function apart({ module, group }: Requirement, lineOf: ReturnType<typeof linesOf>): string {
  if (module.format === 'huddle') return `.${group.post.department}`;
  // An event is everybody's; whoever opens it is nobody's manager there.
  if (module.led === 'line' && module.format !== 'event') {
    const { department, site, shift } = lineOf(group.post);
    return `.${department}.${site}.${shift}`;
  }
  return module.format === 'self-paced' ? `.${group.roll}` : '';
}

/** Who is asked to a site goes there; guests to the host at their own where it is there, else to the one that is named. */
function siteOf(model: Model, module: Module, post: Post, hosts: ReadonlyMap<Id, ReadonlySet<Id>>): Id {
  if (heldOnline(module)) return ONLINE;
  if (module.format === 'huddle' || module.format === 'self-paced') return post.site;
  if (!module.host) return meetingPlace(model, module, post.site);
  if (hosts.get(module.host.department)?.has(post.site)) return post.site;
  return module.host.site ?? post.site;
}

/** Department → sites at which it has heads. */
function hostSites(model: Model): Map<Id, Set<Id>> {
  const sites = new Map<Id, Set<Id>>();
  for (const { department, site, heads } of model.posts.values()) {
    if (heads === 0) continue;
    const list = sites.get(department);
    if (list) list.add(site);
    else sites.set(department, new Set([site]));
  }
  return sites;
}
