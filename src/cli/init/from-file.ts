/** The answers of `init --answers file.yaml`: the same words as in the interview, under the keys of `Answers`. */

import { basename, dirname } from 'node:path';
import { isMap } from '../../collections/is-map.ts';
import type { Diagnostic, Pointer } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { readText } from '../../workspace/files/bytes.ts';
import { readSource, type SourceDocument } from '../../workspace/read.ts';
import type { AnswerPath, Answers } from './answers.ts';
import { faultsIn } from './check.ts';
import { departmentOf } from './defaults.ts';
import { journeyPacks } from './packs.ts';

const MAX_BYTES = 1_000_000;

export interface AnswersFile {
  readonly answers: Answers | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** For the frames. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Reads and checks them all; what is wrong is in the diagnostics, with its place.
 *
 * @param defaults what stands in for keys that are left out
 */
export async function answersFrom(path: string, defaults: Answers): Promise<AnswersFile> {
  const file = basename(path);
  const { text, diagnostics: unread } = readText(dirname(path), file, MAX_BYTES);
  if (text === undefined) return { answers: undefined, diagnostics: unread, sources: new Map() };
  const { document, diagnostics } = readSource(file, text);
  const sources = new Map([[file, document?.text ?? text]]);
  if (!document || diagnostics.length > 0) return { answers: undefined, diagnostics, sources };
  const strange = strangeIn(document, defaults);
  if (strange.length > 0) return { answers: undefined, diagnostics: strange, sources };
  const answers = readAnswers(document.value, defaults);
  const names = Object.keys((document.value.departments ?? {}) as object);
  const faults = await faultsIn(answers, defaults);
  const wrong = faults
    .map(({ at, message }) => wrongAt(document, pointerOf(at, names), message))
    .sort(({ at: one }, { at: other }) => one!.line - other!.line || one!.column - other!.column);
  return { answers: faults.length > 0 ? undefined : answers, diagnostics: wrong, sources };
}

const PARTS = ['people', 'shifts'];

/** Keys that are none, values that no answer can be, and departments of which nobody is named. */
function strangeIn(document: SourceDocument, defaults: Answers): Diagnostic[] {
  const { value } = document;
  const found: Diagnostic[] = [];
  const check = (pointer: Pointer, map: Record<string, unknown>, keys: readonly string[]) => {
    for (const [key, given] of Object.entries(map)) {
      const at = [...pointer, key];
      if (key === 'departments' && pointer.length === 0) continue;
      if (!keys.includes(key)) found.push(unknownAt(document, at, key, keys));
      else if (!isText(given))
        found.push(wrongAt(document, at, `“${key}” must be a text, a number or a list of texts`));
    }
  };
  check([], value, Object.keys(defaults));
  const { departments } = value;
  if (!isMap(departments)) {
    found.push(
      wrongAt(
        document,
        ['departments'],
        '“departments” must name each department and its people: Drivers: { people: Driver 12 }',
      ),
    );
    return found;
  }
  for (const [name, about] of Object.entries(departments)) {
    if (!isMap(about) || about.people === undefined)
      found.push(
        wrongAt(
          document,
          ['departments', name],
          `“${name}” must say who works there: { people: Driver 12, shifts: mon-fri 09:00-17:00 }`,
        ),
      );
    else check(['departments', name], about, PARTS);
  }
  return found;
}

function readAnswers(value: Record<string, unknown>, defaults: Answers): Answers {
  const { departments, year, ...texts } = value;
  const given = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, textOf(text)]));
  const journey = given.journey ?? defaults.journey;
  return {
    ...defaults,
    mantra: journeyPacks().get(journey)?.mantra ?? '',
    ...given,
    ...(year !== undefined && { year: Number(year) }),
    departments: Object.entries(departments as Record<string, Record<string, unknown>>).map(
      ([name, about]) => ({
        ...departmentOf(name),
        ...Object.fromEntries(Object.entries(about).map(([part, text]) => [part, textOf(text)])),
      }),
    ),
  };
}

function pointerOf(path: AnswerPath, names: readonly string[]): Pointer {
  const [key, i, part] = path;
  return i === undefined ? [key] : [key, names[i]!, part!];
}

function wrongAt(document: SourceDocument, pointer: Pointer, message: string): Diagnostic {
  const at = document.locate(pointer) ?? { file: document.file, line: 1, column: 1 };
  return { code: 'wrong-answer', severity: 'error', message, at };
}

function unknownAt(
  document: SourceDocument,
  pointer: Pointer,
  key: string,
  keys: readonly string[],
): Diagnostic {
  const at = document.locate(pointer, { key: true }) ?? { file: document.file, line: 1, column: 1 };
  const meant = nearest(key, keys);
  const fix = meant === undefined ? `known are ${keys.join(', ')}` : `did you mean "${meant}"?`;
  return { code: 'unknown-key', severity: 'error', message: `there is no answer “${key}”`, at, fix };
}

function isText(value: unknown): boolean {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string' || typeof item === 'number');
  return typeof value === 'string' || typeof value === 'number' || value === null;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return value === null || value === undefined ? '' : String(value);
}
