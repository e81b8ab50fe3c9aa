/** Items of the lists `pins` and `notes`, wherever they stand, put in, exchanged and taken out. */
import type { SourceEdit } from '../../workspace/edit/edit.ts';
import type { Workspace } from '../load.ts';

type Section = 'pins' | 'notes';

/** As it is written: a pin or a note. */
export interface ListItem {
  readonly session?: string;
  readonly module?: string;
  readonly group?: string;
  readonly occurrence?: string;
  readonly text?: string;
  readonly [key: string]: unknown;
}

/** Where an item stands: its file, and its number there. */
export interface Home {
  readonly section: Section;
  readonly file: string;
  readonly index: number;
  readonly item: ListItem;
}

export interface ListChange {
  readonly section: Section;
  /** Undefined: it is new. */
  readonly home: Home | undefined;
  /** Undefined: it goes. */
  readonly item: ListItem | undefined;
}

/** More changes than that write the list anew: each alone reads the file again, and keeps its comments. */
const SINGLY = 50;

/** The first item that is meant. */
export function homeOf(
  workspace: Workspace,
  section: Section,
  isMeant: (item: ListItem) => boolean,
): Home | undefined {
  for (const file of workspace.loaded.sources.keys()) {
    const items = itemsIn(workspace, section, file);
    const index = items.findIndex(isMeant);
    if (index >= 0) return { section, file, index, item: items[index]! };
  }
  return undefined;
}

export function listEdits(workspace: Workspace, changes: readonly ListChange[]): SourceEdit[] {
  return (['pins', 'notes'] as const).flatMap((section) => {
    const some = changes.filter((change) => change.section === section);
    // What is new joins the first list that there is.
    const first = homeOf(workspace, section, () => true)?.file;
    const fileOf = ({ home }: ListChange) => home?.file ?? first;
    return [...new Set(some.map(fileOf))].flatMap((file) => {
      const own = some.filter((change) => fileOf(change) === file);
      return own.length > SINGLY || isEmptied(workspace, section, file, own)
        ? [wholeList(workspace, section, file, own)]
        : singly(own);
    });
  });
}

function isEmptied(
  workspace: Workspace,
  section: Section,
  file: string | undefined,
  changes: readonly ListChange[],
): boolean {
  const gone = changes.filter(({ item }) => item === undefined).length;
  return file !== undefined && gone > 0 && gone === itemsIn(workspace, section, file).length;
}

function wholeList(
  workspace: Workspace,
  section: Section,
  file: string | undefined,
  changes: readonly ListChange[],
): SourceEdit {
  const items: (ListItem | undefined)[] = file === undefined ? [] : [...itemsIn(workspace, section, file)];
  for (const { home, item } of changes) {
    if (home) items[home.index] = item;
    else items.push(item);
  }
  const value = items.filter((item) => item !== undefined);
  const where = { pointer: [section], ...(file !== undefined && { file }) };
  return value.length === 0 ? { op: 'remove', ...where } : { op: 'set', value, ...where };
}

/** The last taken out first, so that the others keep their numbers. */
function singly(changes: readonly ListChange[]): SourceEdit[] {
  const gone = changes.filter(({ item }) => item === undefined).sort((a, b) => b.home!.index - a.home!.index);
  return [
    ...changes.flatMap(({ section, home, item }) => {
      if (!item) return [];
      return home ? replaced(home, item) : [{ op: 'add', pointer: [section], value: item } as SourceEdit];
    }),
    ...gone.map(
      ({ section, home }): SourceEdit => ({
        op: 'remove',
        pointer: [section, home!.index],
        file: home!.file,
      }),
    ),
  ];
}

/** The same place in the list says what another item says. */
function replaced({ section, file, index, item: before }: Home, item: ListItem): SourceEdit[] {
  const gone = Object.keys(before).filter((key) => !(key in item));
  return [
    ...Object.entries(item).map(
      ([key, value]): SourceEdit => ({ op: 'set', pointer: [section, index, key], value, file }),
    ),
    ...gone.map((key): SourceEdit => ({ op: 'remove', pointer: [section, index, key], file })),
  ];
}

function itemsIn({ loaded }: Workspace, section: Section, file: string): readonly ListItem[] {
  if (!/\.ya?ml$/.test(file)) return [];
  const written = (loaded.read(file, loaded.sources.get(file)!).document?.value ?? {}) as Record<
    string,
    unknown
  >;
  const items = written[section];
  return Array.isArray(items) ? (items as ListItem[]) : [];
}
