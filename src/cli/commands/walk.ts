/** `cxplan walk <role>`: one employee's path from the interview through the year, as a story with dates. */
import { nearest } from '../../diagnostics/nearest.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { PlanGroup } from '../../model/made/plan.ts';
import type { Model, Role } from '../../model/model.ts';
import { type Context, makeContext } from '../../report/context.ts';
import { storyOf } from '../../report/walk/story.ts';
import { walkable, walkOf } from '../../report/walk/walk.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { loadValid } from '../load.ts';
import { type PlannedFlags, plannedYear } from '../planned.ts';
import { printJson } from '../print.ts';
import { paintFor } from '../style.ts';

export interface WalkFlags extends PlannedFlags {
  readonly workspace?: string;
  readonly group?: string;
  readonly joiner?: boolean;
  readonly json?: boolean;
}

/** 0 with a story; 2 when there is no such role or group, or nobody to walk with. */
export async function walk(
  target: string | undefined,
  flags: WalkFlags,
  host: Host,
  role: string,
): Promise<number> {
  const workspace = await loadValid(target, host, flags);
  const { model } = workspace;
  const found = roleOf(model, role);
  const { plan, gaps } = await plannedYear(workspace, flags, host);
  const context = makeContext(model, plan, gaps);
  const story = walkOf(context, found, groupOf(context, found, flags));
  if (flags.json) {
    printJson(story, host);
    return 0;
  }
  const paint = await paintFor(host, 1);
  const chapters = storyOf(context, story).map(({ title, lines }) =>
    title === undefined
      ? lines.map(sanitise).join('\n')
      : [paint.bold(sanitise(title)), ...lines.map((line) => `  ${sanitise(line)}`)].join('\n'),
  );
  host.out(`${chapters.join('\n\n')}\n`);
  return 0;
}

function roleOf({ roles }: Model, id: string): Role {
  const role = roles.get(id);
  if (role) return role;
  throw new Failure(`there is no role '${sanitise(id)}'${hint(id, roles.keys())}`);
}

/** The group that is named, else the first of the role by id. */
function groupOf(context: Context, role: Role, { group: id, joiner = false }: WalkFlags): PlanGroup {
  if (id !== undefined) {
    const groups = [...walkable(context, role.id, false), ...walkable(context, role.id, true)];
    const group = groups.find((one) => one.id === id);
    if (group) return group;
    throw new Failure(
      `the role '${role.id}' has no group '${sanitise(id)}'${hint(
        id,
        groups.map((one) => one.id),
      )}`,
    );
  }
  const [first] = walkable(context, role.id, joiner);
  if (first) return first;
  throw new Failure(
    joiner
      ? `nobody joins as '${role.id}' during the programme: give the role joiners, or walk without --joiner`
      : `nobody works as '${role.id}' when the programme starts: walk with --joiner`,
  );
}

function hint(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near ? `; did you mean '${near}'?` : '';
}
