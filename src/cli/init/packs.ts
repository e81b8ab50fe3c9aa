/** The customers' journeys that `init` brings along: `templates/journeys/*.yaml`. */
import { parse } from 'yaml';
import { broughtAlong } from '../../workspace/files/brought-along.ts';

export interface PackTouchpoint {
  readonly name: string;
  /** Words of departments and jobs that usually answer for it. */
  readonly near: readonly string[];
}

export interface PackStage {
  readonly name: string;
  readonly phase: 'before' | 'during' | 'after';
  readonly feeling: string;
  readonly touchpoints: Readonly<Record<string, PackTouchpoint>>;
}

export interface Pack {
  readonly id: string;
  /** What a firm says of itself that takes it: `passenger transport`. */
  readonly title: string;
  readonly mantra: string;
  readonly definition: string;
  readonly success: string;
  /** What to type, for the questions. */
  readonly example: Readonly<Record<'sites' | 'departments' | 'people' | 'shifts', string>>;
  readonly stages: Readonly<Record<string, PackStage>>;
}

let packs: ReadonlyMap<string, Pack> | undefined;

/** All of them by id; the generic one last, as the answer of whoever finds no other. */
export function journeyPacks(): ReadonlyMap<string, Pack> {
  packs ??= new Map(
    [...broughtAlong('journeys')]
      .map(([file, text]) => {
        const id = file.replace(/\.yaml$/, '');
        return [id, { id, ...parse(text) }] as [string, Pack];
      })
      .sort(([one], [other]) => Number(one === 'generic') - Number(other === 'generic')),
  );
  return packs;
}
