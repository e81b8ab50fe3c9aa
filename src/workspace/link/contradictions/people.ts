/** Contradictions between the roster and the headcounts: where both stand, the roster decides and says so. */
import { isoDate, toDay } from '../../../calendar/date.ts';
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
  // How many there are when is for the roster to say.
  if (Array.isArray(heads)) return [];
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
  for (const [id, { heads, shifts, department }] of written.roles) {
    const isCounted = shifts !== undefined && !Array.isArray(shifts);
    if (heads !== undefined || isCounted || model.named.has(department)) continue;
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

/** How many work each shift, and how many there are: one of the two, or both alike. */
function shiftsAddUp({ written, model, report }: Ground): void {
  for (const [id, { heads }] of written.roles) {
    const { shiftHeads, department } = model.roles.get(id)!;
    if (!shiftHeads || heads === undefined) continue;
    const { site } = model.departments.get(department)!;
    const sums = new Map<Id, number>();
    for (const sites of shiftHeads.values())
      for (const [place, number] of sites) sums.set(place, (sums.get(place) ?? 0) + number);
    const said = typeof heads === 'number' ? [[site, heads] as const] : Object.entries(heads);
    const differs = said.some(([place, number]) => (sums.get(place) ?? 0) !== number);
    if (!Array.isArray(heads) && !differs && said.length >= sums.size) continue;
    const all = [...sums].map(([place, number]) => `${number} at ${place}`).join(', ');
    report({
      code: 'heads-and-shifts-differ',
      at: ['roles', id, 'heads'],
      message: `role "${id}" says how many work each shift (${all}), and its heads say something else`,
      fix: 'take heads out: they are counted from the shifts',
      related: [{ message: 'its shifts', at: ['roles', id, 'shifts'], key: true }],
    });
  }
}

/** Heads that change, each from a day of its own in the programme; joiners in its months. */
function numbersHaveTheirTime({ written, model, report }: Ground): void {
  const { starts, ends } = model.programme;
  for (const [id, { heads, joiners }] of written.roles) {
    const seen = new Set<string | undefined>();
    for (const [i, { from }] of Array.isArray(heads) ? heads.entries() : []) {
      const at = ['roles', id, 'heads', i];
      if (seen.has(from)) {
        report({
          code: 'heads-from-twice',
          at,
          message: `role "${id}" has two numbers of heads ${from === undefined ? 'from the beginning' : `from ${from}`}`,
          fix: 'write from which day on each of them holds',
        });
      }
      seen.add(from);
      const day = from === undefined ? starts : toDay(from)!;
      if (day <= ends) continue;
      report({
        code: 'range-outside-programme',
        severity: 'warn',
        at: [...at, 'from'],
        message: `heads of role "${id}" from ${from} on lie outside the programme (${isoDate(starts)} to ${isoDate(ends)}) and change nothing`,
        fix: 'correct the year, or take it out',
        related: [{ message: 'the programme', at: ['programme', 'starts'] }],
      });
    }
    for (const month of typeof joiners === 'object' ? Object.keys(joiners) : []) {
      if (month >= isoDate(starts).slice(0, 7) && month <= isoDate(ends).slice(0, 7)) continue;
      report({
        code: 'joiners-outside-programme',
        severity: 'warn',
        at: ['roles', id, 'joiners', month],
        key: true,
        message: `joiners of role "${id}" in ${month} lie outside the programme (${isoDate(starts)} to ${isoDate(ends)}): nobody joins then`,
        fix: 'correct the year, or take it out',
        related: [{ message: 'the programme', at: ['programme', 'starts'] }],
      });
    }
  }
}

export const PEOPLE_CHECKS: readonly Check[] = [
  { needs: ['roles', 'departments', 'sites'], check: shiftsAddUp },
  { needs: ['programme', 'roles'], check: numbersHaveTheirTime },
  { needs: ['roles', 'people', 'sites'], check: rosterAgrees },
  { needs: ['roles', 'people'], spoils: ['roles'], check: headsAreKnown },
];
