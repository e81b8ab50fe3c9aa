/**
 * Merged sections → model, with everything that is wrong between them. Findings about text and shape come in, so
 * that nothing is said twice and nothing is concluded from what they have taken away.
 */
import type { Diagnostic, Locate, Place } from '../../diagnostics/diagnostic.ts';
import type { Model } from '../../model/model.ts';
import { Alike } from '../alike.ts';
import type { MergedSections } from '../merge.ts';
import { brokenPointers } from '../places.ts';
import type { SourceDocument } from '../read.ts';
import { bentEntries } from '../shape.ts';
import { findContradictions } from './contradictions/index.ts';
import { link, type Tables } from './link.ts';
import { type Problem, toDiagnostic } from './problem.ts';
import { danglingReferences, referenceProblems } from './references/check.ts';
import { cycleProblems } from './references/cycles.ts';
import { soundPart } from './references/sound.ts';
import type { IsDeclared } from './sections/people.ts';
import type { Written } from './written.ts';

export interface Findings {
  readonly documents: readonly SourceDocument[];
  /** What is wrong with the text and with the shape of its values. */
  readonly unread: readonly Diagnostic[];
  readonly shape: readonly Diagnostic[];
  readonly tables: Tables;
  /** Whether a CSV file could not be read. */
  readonly broken: boolean;
}

/** A model, or what speaks against one: references and circles of all that is written, contradictions of what is sound. */
export async function resolve(
  merged: MergedSections,
  { documents, unread, shape, tables, broken }: Findings,
): Promise<{ model?: Model; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const locate: Locate = merged.locate;
  const report = (problem: Problem): void => {
    diagnostics.push(toDiagnostic(problem, locate));
  };
  const known = new Set(shape.map(({ at }) => placeKey(at)));
  const torn = brokenPointers(documents, unread.filter(isError));
  const whole = shape.some(isError) ? documents.flatMap(bentEntries) : [];
  const bent = [...brokenPointers(documents, shape), ...whole];
  const lost = new Set([
    ...torn.flatMap(([section]) => [`${section}`, `${section}/*`]),
    ...bent.map(([section, id]) => (id === undefined ? `${section}` : `${section}/*`)),
  ]);
  // What may have stood where something is wrong is not called missing.
  const dangling = danglingReferences(merged);
  const missing = dangling.filter((one) => !one.known.from.some((part) => lost.has(part)));
  for (const problem of await referenceProblems(missing, merged)) {
    // A word of the wrong shape has been named already.
    if (!known.has(placeKey(locate(problem.at)))) report(problem);
  }
  const circles = cycleProblems(merged);
  circles.forEach(report);
  const inCircles = circles
    .filter(({ code }) => code === 'cycle-in-audiences')
    .flatMap(({ related }) => related?.map(({ at }) => at) ?? []);
  const sound = soundPart(merged, [...torn, ...bent, ...inCircles], dangling);
  if (!sound || !isUsable(sound.merged.programme)) return { diagnostics };
  const damaged = new Set(sound.damaged);
  if (broken) damaged.add('people').add('roles');
  if (['sites', 'departments', 'roles'].some((section) => damaged.has(section))) damaged.add('people');
  const written = asWritten(sound.merged);
  const declared: IsDeclared = (section, id) => merged.entries[section].has(id);
  const said = { people: new Alike(), attendance: new Alike(), actions: new Alike() };
  const model = await link(written, tables, declared, report, said);
  for (const alike of Object.values(said)) {
    diagnostics.push(...alike.told());
    if (alike.failed) damaged.add('people').add('roles');
  }
  findContradictions({ written, model, report }, damaged);
  return { model, diagnostics };
}

/** Without its span and zone nothing can be said about the rest. */
function isUsable(programme: unknown): boolean {
  const keys = ['name', 'starts', 'ends', 'timezone'];
  return (
    typeof programme === 'object' && programme !== null && keys.every((key) => Object.hasOwn(programme, key))
  );
}

/** The shape check has vouched for what is left. */
function asWritten({ programme, policy, costs, waivers, pins, notes, entries }: MergedSections): Written {
  return { programme, policy, costs, waivers, pins, notes, ...entries } as unknown as Written;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function placeKey(place: Place | undefined): string {
  return place ? `${place.file}:${place.line}:${place.column}` : '';
}
