/** What the department owns on the customer's journey, and where its people learn to do it well. */
import type { Department, Touchpoint } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { departmentName, roleName } from '../names.ts';
import type { Block, Column } from '../types.ts';
import { listWords } from '../words.ts';

const COLUMNS: readonly Column[] = [
  { key: 'stage', title: 'stage', kind: 'text' },
  { key: 'touchpoint', title: 'touchpoint', kind: 'text' },
  { key: 'owner', title: 'owner', kind: 'text' },
  { key: 'learnt', title: 'learnt in', kind: 'text' },
];

/** Touchpoints in the order of the journey. */
export function ownedBlocks(context: Context, department: Department): Block[] {
  const { model } = context;
  const owned = [...model.stages.values()]
    .flatMap(({ touchpoints }) => touchpoints.flatMap((id) => model.touchpoints.get(id) ?? []))
    .filter((touchpoint) => owns(department, touchpoint));
  if (owned.length === 0) return [];
  const rows = owned.map((touchpoint) => [
    model.stages.get(touchpoint.stage)?.name ?? touchpoint.stage,
    touchpoint.name,
    ownersWords(context, touchpoint),
    listWords(taughtIn(context, touchpoint)) || 'nothing yet',
  ]);
  return [
    { kind: 'heading', level: 2, text: 'What it owns on the customer’s journey' },
    { kind: 'table', table: { columns: COLUMNS, rows } },
  ];
}

function owns({ id, roles }: Department, { ownerDepartments, ownerRoles }: Touchpoint): boolean {
  return ownerDepartments.includes(id) || ownerRoles.some((role) => roles.includes(role));
}

function ownersWords(context: Context, { ownerDepartments, ownerRoles }: Touchpoint): string {
  return listWords([
    ...ownerDepartments.map((id) => departmentName(context, id)),
    ...ownerRoles.map((id) => roleName(context, id)),
  ]);
}

/** Names of the modules that its owners attend and that name the touchpoint or its stage. */
function taughtIn({ model }: Context, touchpoint: Touchpoint): string[] {
  return [...model.modules.values()]
    .filter(({ when, format }) => when.kind !== 'trigger' && format !== 'interview')
    .filter(({ touchpoints, stages, allStages }) => {
      if (touchpoints.includes(touchpoint.id) || stages === 'own') return true;
      return !allStages && touchpoints.length === 0 && stages.includes(touchpoint.stage);
    })
    .filter(({ audience }) => [...touchpoint.owners].some((post) => audience.posts.has(post)))
    .map(({ name }) => name);
}
