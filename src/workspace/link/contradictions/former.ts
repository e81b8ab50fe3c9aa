/** Former ids (`was`) that cannot be meant: one that still is somebody's, the entry's own, or one that two claim. */
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import { ONLINE } from '../../../model/model.ts';
import { owner } from '../../subject.ts';
import { RENAMED, wasOf } from '../former.ts';
import type { Check, Ground } from './types.ts';

function formerIdsAreFree({ written, report }: Ground): void {
  for (const section of RENAMED) {
    formerIn(
      { report },
      [section],
      new Map<string, unknown>(written[section]),
      section === 'sites' ? [ONLINE] : [],
    );
  }
  for (const [id, { shifts = {}, teams = {} }] of written.departments) {
    formerIn({ report }, ['departments', id, 'shifts'], new Map(Object.entries(shifts)), []);
    formerIn({ report }, ['departments', id, 'teams'], new Map(Object.entries(teams)), []);
  }
}

/** @param builtIn ids that exist without being written */
function formerIn(
  { report }: Pick<Ground, 'report'>,
  at: Pointer,
  entries: ReadonlyMap<string, unknown>,
  builtIn: readonly string[],
): void {
  const claims = new Map<string, Pointer>();
  for (const [id, entry] of entries) {
    for (const { word, at: below } of wasOf(entry)) {
      const here = [...at, id, ...below];
      const who = owner([...at, id]);
      const other = claims.get(word);
      claims.set(word, here);
      if (word === id) {
        report({
          code: 'was-itself',
          at: here,
          message: `${who} says that it was "${word}", which is its own id`,
          fix: 'write the id that it had before, or leave was out',
        });
      } else if (entries.has(word) || builtIn.includes(word)) {
        report({
          code: 'was-still-there',
          at: here,
          message: `${who} says that it was "${word}", which is still there`,
          fix: 'take the old entry away if this one goes on in its place; else leave was out',
          ...(entries.has(word) && {
            related: [{ message: `"${word}" stands here`, at: [...at, word], key: true }],
          }),
        });
      } else if (other) {
        report({
          code: 'was-claimed-twice',
          at: here,
          message: `${who} says that it was "${word}", and so does ${owner(other.slice(0, at.length + 1))}`,
          fix: 'let the one that goes on with its sessions and its past say so',
          related: [{ message: 'the other one', at: other }],
        });
      }
    }
  }
}

export const FORMER_CHECKS: readonly Check[] = [{ needs: [], check: formerIdsAreFree }];
