/** Says a thing once: for the whole firm where every department has it, else for each that does. */
import type { Department } from '../model/model.ts';
import type { Draft } from './rule.ts';

/** One draft without a department when all (and more than one) are affected; else one for each. */
export function eachOrAll(
  affected: readonly Department[],
  all: readonly Department[],
  draft: (department: Department | undefined) => Draft,
): Draft[] {
  if (affected.length > 1 && affected.length === all.length) return [draft(undefined)];
  return affected.map(draft);
}
