/**
 * Part of `complete`: the plan's groups are the people of the workspace. Where people are a number, so many are
 * there on the day of the plan; where a roster names them, each stands on one number for as long as it says.
 */

import { type Day, isoDate, monthKey, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import type { PlanGroup } from '../model/made/plan.ts';
import type { Id, Model, Person, Post } from '../model/model.ts';
import { postWorkingDays } from './closed.ts';
import { seatsOn } from './heads.ts';
import { expectedJoiners, expectedMonths, joiningDay } from './people.ts';
import type { Facts, MemberGroup, Violation } from './types.ts';

type Say = (message: string, group?: string) => void;

export function headsAddUp(facts: Facts): Violation[] {
  const out: Violation[] = [];
  const say: Say = (message, group) =>
    out.push({ constraint: 'complete', message, sessions: [], ...(group === undefined ? {} : { group }) });
  for (const group of facts.plan.groups) wellFormed(facts, group, say);
  seatsAddUp(facts, say);
  joinersAddUp(facts, say);
  if (facts.model.named.size > 0) {
    everybodyIsThere(facts, say);
    unnamedAddUp(facts, say);
  }
  return out;
}

function wellFormed({ model, groups }: Facts, group: PlanGroup, say: Say): void {
  const { id, role, site, shift, heads, joiners, people, presence = [] } = group;
  if (!groups.has(id)) {
    say(`group ${id} is not in the workspace`, id);
    return;
  }
  const name = id.slice(`${role}.${site}.${shift}.`.length);
  const wanted = joiners === false ? /^[1-9][0-9]*$/.test(name) : name === `joiners-${joiners}`;
  if (!wanted || !id.startsWith(`${role}.${site}.${shift}.`))
    say(`group ${id} has the wrong month of joining`, id);
  if (joiners === false && heads > model.policy.groupSize)
    say(`group ${id} has ${heads} people, but groups have ${model.policy.groupSize} at most`, id);
  if (people && people.length !== heads)
    say(`group ${id} has ${heads} members, but ids for ${people.length}`, id);
  let next = 1;
  for (const { first, last } of presence) {
    if (first < next || last < first || last > heads)
      say(`group ${id} has presence of members it has not`, id);
    next = last + 1;
  }
}

/** Heads of each post, counted on the day of the plan. */
function seatsAddUp({ model, plan, groups }: Facts, say: Say): void {
  const { starts, ends } = model.programme;
  const day = Math.min(ends, Math.max(starts, toDay(plan.asOf)!));
  const found = new Map<Id, MemberGroup[]>();
  const numbers = new Map<Id, number[]>();
  for (const { id, joiners } of plan.groups) {
    for (const run of groups.get(id) ?? []) {
      const { post, from, department } = run;
      if (joiners !== false || model.named.has(department.id)) continue;
      if (from > day && !post.steps)
        say(`group ${id} seats people from ${isoDate(from)}, later than the plan can know`, id);
      append(found, post.id, run);
    }
    const post = id.slice(0, id.lastIndexOf('.'));
    if (joiners === false) append(numbers, post, Number(id.slice(post.length + 1)));
  }
  for (const post of model.posts.values()) {
    if (model.named.has(post.department)) continue;
    for (const on of [day, ...(post.steps ?? []).flatMap(({ from }) => (from > day ? [from] : []))]) {
      const there = (found.get(post.id) ?? []).filter(({ from, until }) => from <= on && on <= until);
      const heads = there.reduce((sum, { first, last }) => sum + last - first + 1, 0);
      const wanted = seatsOn(post, on);
      const when = post.steps ? ` on ${isoDate(on)}` : '';
      if (heads !== wanted)
        say(
          `${model.roles.get(post.role)!.name} (${post.id}) has ${wanted} people${when}, but ${heads} in the plan`,
        );
    }
  }
  for (const [post, list] of numbers) {
    const last = Math.max(...list);
    if (last !== list.length) say(`groups of ${post} are not numbered through`);
  }
}

/** Who is expected to join does, once the plan remembers who has. */
function joinersAddUp({ model, plan, groups }: Facts, say: Say): void {
  const asOf = toDay(plan.asOf)!;
  const expected = expectedJoiners(model);
  const wanted = new Map(expected.map(({ post, month, heads }) => [`${post.id}.joiners-${month}`, heads]));
  const own = plan.groups.filter(({ id, joiners, department }) => {
    return joiners !== false && groups.has(id) && !model.named.has(department);
  });
  const isPlain = own.every(({ presence }) => presence === undefined) && asOf <= model.programme.starts;
  const written = new Map(own.map((group) => [group.id, group]));
  for (const [id, heads] of isPlain ? wanted : []) {
    const group = written.get(id);
    if (!group) say(`group ${id} (${heads} people) is not in the plan`, id);
    else if (group.heads !== heads)
      say(`group ${id} has ${heads} people, but ${group.heads} in the plan`, id);
  }
  if (isPlain) for (const { id } of own) if (!wanted.has(id)) say(`group ${id} is not in the workspace`, id);
  for (const role of model.roles.values()) {
    const mine = own.filter((group) => group.role === role.id);
    const count = mine.reduce((sum, { heads }) => sum + heads, 0);
    const due = expected.reduce((sum, { post, heads }) => sum + (post.role === role.id ? heads : 0), 0);
    const runs = mine.flatMap(({ id }) => groups.get(id)!);
    const started = runs.reduce((sum, run) => sum + (run.from < asOf ? run.last - run.first + 1 : 0), 0);
    if (count > Math.max(due, started))
      say(`${role.name}: ${count} people join in the plan, but ${due} are expected`);
  }
}

/** Each row of the roster on one number of its post, for its own time. */
function everybodyIsThere({ model, plan, groups }: Facts, say: Say): void {
  const { starts, ends } = model.programme;
  const asOf = toDay(plan.asOf)!;
  const places = new Map<string, { readonly run: MemberGroup; readonly taken: { by: boolean } }[]>();
  for (const { id, people = [] } of plan.groups) {
    for (const [i, person] of people.entries()) {
      const run = groups.get(id)?.find(({ first, last }) => first <= i + 1 && i + 1 <= last);
      if (person === null || !run) continue;
      const key = `${person} ${run.post.id} ${run.joiners ?? ''}`;
      append(places, key, { run, taken: { by: false } });
    }
  }
  for (const row of model.people ?? []) {
    const post = model.posts.get(`${row.role}.${row.site}.${row.shift}`);
    if (!post) continue;
    const isNew = row.joined !== undefined && row.joined >= starts && row.moves !== true;
    const key = `${row.id} ${post.id} ${isNew ? monthKey(row.joined!) : ''}`;
    const until = Math.min(row.left ?? ends, ends);
    const since = isNew ? firstDay(model, row, post, until) : Math.max(row.joined ?? starts, starts);
    if (since === undefined) continue;
    const place = places
      .get(key)
      ?.find(
        ({ run, taken }) =>
          !taken.by &&
          (run.until === until || until < since) &&
          (run.from === since || (run.from > since && run.from <= asOf)),
      );
    if (place) place.taken.by = true;
    else say(`somebody of the roster (${post.id}) is on no number for the time in which they are there`);
  }
  for (const list of places.values()) {
    for (const { run, taken } of list) {
      if (taken.by || run.until < asOf || run.until < run.from) continue;
      say(`group ${run.name} seats somebody whom the roster does not have there`, run.name);
    }
  }
}

/**
 * Beside a roster so many seats of joiners have no name as a role expects more than rows say: by the month of their row, else by
 * the first month that still awaits somebody. In months that are over there may be fewer: who was not there then is not expected.
 */
function unnamedAddUp({ model, plan, groups }: Facts, say: Say): void {
  const asOf = toDay(plan.asOf)!;
  const { starts } = model.programme;
  const now = monthKey(Math.max(asOf, starts));
  for (const role of model.roles.values()) {
    if (!model.named.has(role.department)) continue;
    const posts = [...model.posts.values()].filter((post) => post.role === role.id && post.heads > 0);
    const joined = (model.people ?? []).flatMap((row) =>
      row.role === role.id && isJoiner(model, row) ? [monthKey(row.joined!)] : [],
    );
    const due = expectedMonths(model, role);
    const others = joined.filter((month) => {
      const at = due.indexOf(month);
      if (at >= 0) due.splice(at, 1);
      return at < 0;
    });
    due.splice(0, others.length);
    const seats = plan.groups.flatMap(({ id, role: own, joiners }) =>
      own === role.id && joiners !== false
        ? (groups.get(id) ?? []).flatMap((run) =>
            run.isUnnamed && run.from <= run.until
              ? Array<string>(run.last - run.first + 1).fill(String(joiners))
              : [],
          )
        : [],
    );
    for (const month of new Set([...due, ...seats])) {
      const [wanted, found] = [due, seats].map((all) => all!.filter((one) => one === month).length);
      const days = posts.map((post) =>
        joiningDay(model, post, Math.max(toDay(`${month}-01`)!, starts, asOf)),
      );
      const isOpen = month >= now && days.some((day) => day !== undefined);
      if (found! > wanted! || (isOpen && found! < wanted!))
        say(`${role.name}: ${found} join in ${month} without a name, but ${wanted} are expected`);
    }
  }
}

function isJoiner({ programme }: Model, { joined, moves }: Person): boolean {
  return joined !== undefined && joined >= programme.starts && joined <= programme.ends && moves !== true;
}

function firstDay(model: Model, { joined }: Person, post: Post, until: Day): Day | undefined {
  const works = postWorkingDays(model, post);
  for (let day = joined!; day <= until; day++) if (works(day)) return day;
  return undefined;
}
