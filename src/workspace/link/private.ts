/**
 * Who answers for something, as reports may say it: a role or a department by its name. Reports end in build logs and
 * under pull requests: an address stands in none of them, nor does anybody who is in the roster.
 */
import { withoutAddresses } from '../../diagnostics/addresses.ts';
import type { Department, Id, Person, Role } from '../../model/model.ts';

/** The name of the role or department that is written, by its id or its name; undefined for anybody else. */
export function ownerName(
  owner: string,
  { departments, roles }: { departments: ReadonlyMap<Id, Department>; roles: ReadonlyMap<Id, Role> },
): string | undefined {
  const word = owner.trim().toLowerCase();
  for (const known of [departments, roles]) {
    for (const { id, name } of known.values()) {
      if (id === word || name.toLowerCase() === word) return name;
    }
  }
  return undefined;
}

/** An owner that was written for everybody to read, such as “Head of Stores”; no address, nobody of the roster. */
export function ownerWords(owner: string, people: readonly Person[] = []): string {
  const word = owner.trim().toLowerCase();
  const isPerson = people.some(({ id, name, email }) =>
    [id, name, email].some((known) => known?.toLowerCase() === word),
  );
  return isPerson || /^\S+@\S+$/.test(word) ? 'its owner' : withoutAddresses(owner);
}
