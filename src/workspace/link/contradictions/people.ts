/** Contradictions between the roster and the headcounts: where both stand, the roster decides and says so. */
import type { Id, Model, Post, Role } from '../../../model/model.ts';
import type { Check, Ground } from './types.ts';

/** One message for each department whose headcounts are not those of the roster. */
function rosterAgrees(ground: Ground): void {
  const { written, model, report } = ground;
  for (const department of model.named) {
    const differ = [...model.roles.values()]
      .filter((role) => role.department === department && written.roles.get(role.id)!.heads !== undefined)
      .flatMap((role) => differenceOf(ground, role));
    const [first] = differ;
    if (!first) continue;
    const more = differ.length > 3 ? ` and ${differ.length - 3} more` : '';
    report({
      code: 'heads-disagree',
      severity: 'warn',
      at: ['roles', first.role, 'heads'],
      message: `department "${department}" has other heads in the roster than are written: ${differ
        .slice(0, 3)
        .map(({ text }) => text)
        .join('; ')}${more}; the roster decides`,
      fix:
        differ.length === 1 ? 'leave heads out: they are counted' : 'leave these heads out: they are counted',
      related: [{ message: 'the roster', at: ['programme', 'people'] }],
    });
  }
}

interface Difference {
  readonly role: Id;
  readonly text: string;
}

/** Heads that the roster has on no day of the programme. */
function differenceOf({ written, model }: Ground, { id }: Role): Difference[] {
  const { heads } = written.roles.get(id)!;
  const sites = typeof heads === 'object' ? Object.keys(heads) : [undefined];
  const found = typeof heads === 'object' ? placesOf(model, id) : [];
  return [...new Set([...sites, ...found])].sort().flatMap((site) => {
    const wanted = typeof heads === 'number' ? heads : (heads?.[site!] ?? 0);
    const [least, most] = rangeOf(model, id, site);
    if (least <= wanted && wanted <= most) return [];
    const where = site === undefined ? '' : ` at "${site}"`;
    const range = least === most ? `${most}` : `${least} to ${most}`;
    return [{ role: id, text: `"${id}"${where} ${range}, not ${wanted}` }];
  });
}

/** The fewest and the most people of a role (at a site) over the year. */
function rangeOf(model: Model, role: Id, site: Id | undefined): [number, number] {
  let [least, most] = [0, 0];
  for (const post of model.posts.values()) {
    if (post.role !== role || (site !== undefined && placeOf(model, post) !== site)) continue;
    least += post.steps ? Math.min(...post.steps.map(({ heads }) => heads)) : post.heads;
    most += post.heads;
  }
  return [least, most];
}

/** Where people of a post are counted: their team, else their site. */
function placeOf({ departments }: Model, { department, shift, site }: Post): Id {
  return departments.get(department)!.shifts.get(shift)?.team ?? site;
}

function placesOf(model: Model, role: Id): Id[] {
  return [...model.posts.values()].flatMap((post) => (post.role === role ? [placeOf(model, post)] : []));
}

/** Heads may be left out only where a roster names the people. */
function headsAreKnown({ written, model, report }: Ground): void {
  for (const [id, { heads, department }] of written.roles) {
    if (heads !== undefined || model.named.has(department)) continue;
    report({
      code: 'heads-missing',
      at: ['roles', id],
      key: true,
      message: model.people
        ? `role "${id}" has no heads, and the roster names nobody of department "${department}"`
        : `role "${id}" has no heads`,
      fix: 'write how many people hold it, or name them in a roster (programme.people)',
    });
  }
}

export const PEOPLE_CHECKS: readonly Check[] = [
  { needs: ['roles', 'people', 'sites'], check: rosterAgrees },
  { needs: ['roles', 'people'], spoils: ['roles'], check: headsAreKnown },
];
