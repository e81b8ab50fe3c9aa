/** Ids of the workspace that a command line is about, read without judging it: half-written files complete, too. */
import { isAbsolute, join } from 'node:path';
import { RULE_IDS } from '../../model/rule-ids.ts';
import { findFiles } from '../../workspace/files/find.ts';
import { readSource } from '../../workspace/read.ts';
import { workspaceFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import type { Candidate } from './types.ts';

export type IdKind = 'departments' | 'roles' | 'rules' | 'groups' | 'anything' | 'words';

/** Sections of which `explain` tells. */
const EXPLAINED = ['departments', 'roles', 'sites'];

export async function idsFor(kind: IdKind, before: readonly string[], host: Host): Promise<Candidate[]> {
  if (kind === 'words')
    return (await import('../docs/entries.ts')).words().map((value) => ({ value, about: '' }));
  const rules = RULE_IDS.map((value) => ({ value, about: 'rule' }));
  if (kind === 'rules') return rules;
  const root = rootOf(before, host);
  if (kind === 'groups') return root === undefined ? [] : groupsIn(root);
  const sections = kind === 'anything' ? EXPLAINED : [kind];
  const ids = root === undefined ? [] : sections.flatMap((section) => idsIn(root, section));
  return kind === 'anything' ? [...ids, ...rules] : ids;
}

/** The folder of -w, else the one we are in or above us; undefined outside of any. */
function rootOf(before: readonly string[], host: Host): string | undefined {
  const flag = before.findIndex((word) => word === '-w' || word === '--workspace');
  const named = flag === -1 ? undefined : before[flag + 1];
  try {
    return workspaceFolder(named === undefined || isAbsolute(named) ? named : join(host.cwd, named), host);
  } catch {
    return undefined;
  }
}

const SINGULAR: Readonly<Record<string, string>> = {
  departments: 'department',
  roles: 'role',
  sites: 'site',
};

function idsIn(root: string, section: string): Candidate[] {
  return [...findFiles(root).files].flatMap(([file, text]) => {
    const entries = readSource(file, text).document?.value[section];
    if (typeof entries !== 'object' || entries === null) return [];
    return Object.entries(entries).map(([value, entry]) => ({
      value,
      about: `${SINGULAR[section]} ${nameOf(entry) ?? ''}`.trim(),
    }));
  });
}

/** Of the plan that stands there; none without one. */
async function groupsIn(root: string): Promise<Candidate[]> {
  const { readText } = await import('../../workspace/files/bytes.ts');
  const { text } = readText(root, 'plan/plan.json', 256_000_000);
  if (text === undefined) return [];
  try {
    const { groups } = JSON.parse(text) as { groups?: { id: string }[] };
    return (groups ?? []).map(({ id }) => ({ value: id, about: 'group' }));
  } catch {
    return [];
  }
}

function nameOf(entry: unknown): string | undefined {
  const name = (entry as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name.replace(/\s+/g, ' ') : undefined;
}
