/** Finds every reference to a thing that does not exist, whatever the shape of the values around it. */

import { either, zoneAdvice } from '../../../calendar/zone-names.ts';
import { isMap } from '../../../collections/is-map.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import { type MergedSections, SECTIONS, type Section } from '../../merge.ts';
import { LISTS, type ListSection } from '../../subject.ts';
import { meantWords } from '../../suggest/synonyms.ts';
import type { Problem } from '../problem.ts';
import { audienceForm, elsewhere, momentForm, roomForm, siteForm } from './forms.ts';
import { knownThings, ownShifts, type ReferenceTarget, type Things, workplaces } from './known.ts';
import { AUDIENCE_PARTS, type Kind, REFERENCES, type Reference } from './table.ts';
import { walk } from './walk.ts';

/** A reference that leads nowhere. */
export interface DanglingReference {
  /** `['modules', 'kind-invoices', 'themes', 0]` */
  readonly at: Pointer;
  readonly word: string;
  readonly kind: Kind;
  readonly known: ReferenceTarget;
  /** Without it the whole entry means nothing. */
  readonly required: boolean;
}

type Place = Section | 'programme' | 'policy' | 'costs' | ListSection;

/** All dangling references of a merged workspace, section by section. */
export function danglingReferences(merged: MergedSections): DanglingReference[] {
  const finder = new Finder(merged);
  finder.entry('programme', merged.programme, ['programme']);
  finder.entry('policy', merged.policy, ['policy']);
  finder.entry('costs', merged.costs, ['costs']);
  for (const list of LISTS) {
    for (const [i, item] of merged[list].entries()) finder.entry(list, item, [list, i]);
  }
  for (const section of Object.keys(SECTIONS) as Section[]) {
    for (const [id, value] of merged.entries[section]) finder.entry(section, value, [section, id]);
  }
  return finder.found;
}

class Finder {
  readonly found: DanglingReference[] = [];
  readonly #merged: MergedSections;
  readonly #known: ReturnType<typeof knownThings>;

  constructor(merged: MergedSections) {
    this.#merged = merged;
    this.#known = knownThings(merged);
  }

  entry(section: Place, value: unknown, at: Pointer): void {
    for (const reference of REFERENCES[section]) {
      if (reference.kind === 'audience') this.#audience(reference, value, at);
      else this.#reference(reference, value, at, false);
    }
  }

  /** A word, or parts with references of their own; any that leads nowhere spoils the whole entry. */
  #audience({ path }: Reference, entry: unknown, at: Pointer): void {
    const value = path === '' ? entry : isMap(entry) ? entry[path] : undefined;
    const here = path === '' ? at : [...at, path];
    if (typeof value === 'string') this.#word({ path, kind: 'audience' }, value, here, true);
    for (const part of AUDIENCE_PARTS) {
      if (part.kind === 'audience') {
        if (isMap(value) && value[part.path] !== undefined) this.#audience(part, value, here);
      } else this.#reference(part, value, here, true);
    }
  }

  #reference(reference: Reference, value: unknown, at: Pointer, required: boolean): void {
    walk(value, reference.path, at, (word, pointer, alone) => {
      if (alone && reference.words?.includes(word)) return;
      this.#word(reference, word, pointer, required || reference.required === true);
    });
  }

  #word({ kind }: Reference, word: string, at: Pointer, required: boolean): void {
    const [section, id] = at as [Section, string];
    const known =
      kind === 'own-shift'
        ? ownShifts(this.#merged, section, id)
        : kind === 'workplace'
          ? workplaces(this.#merged, id)
          : this.#known[kind];
    if (known && !known.has(word)) this.found.push({ at, word, kind, known, required });
  }
}

/** One message for each dangling reference, with what was probably meant. */
export async function referenceProblems(
  dangling: readonly DanglingReference[],
  merged: MergedSections,
): Promise<Problem[]> {
  const suggestions = new Map<string, readonly string[]>();
  const things = dangling.length > 0 ? knownThings(merged) : undefined;
  const problems: Problem[] = [];
  for (const one of dangling) {
    const { at, word, kind, known } = one;
    const key = `${known.noun} ${word}`;
    if (!suggestions.has(key)) suggestions.set(key, await suggested(word, known));
    const said = sentence(at, word, kind, known, merged);
    problems.push({
      at,
      ...said,
      ...remedyFor(one, suggestions.get(key)!, merged, things!),
    });
  }
  return problems;
}

/** What to write instead, by what is known of the word: its new id, the form it stands for, what looks like it. */
function remedyFor(
  { at, word, kind, known }: DanglingReference,
  meant: readonly string[],
  merged: MergedSections,
  things: Things,
): Pick<Problem, 'fix' | 'suggest'> {
  const now = known.now?.(word);
  if (now !== undefined) return calledNow(now, known, merged);
  const form =
    kind === 'audience'
      ? audienceForm(word, things)
      : kind === 'room'
        ? roomForm(word, merged)
        : kind === 'moment'
          ? momentForm(word, things)
          : kind === 'site'
            ? siteForm(word, at, merged)
            : undefined;
  if (form !== undefined) return { fix: kind === 'site' ? form : `write ${form}` };
  const other = meant.length === 0 ? elsewhere(word, things) : undefined;
  return other === undefined ? remedy(word, known, meant) : { fix: other };
}

function sentence(
  at: Pointer,
  word: string,
  kind: Kind,
  known: ReferenceTarget,
  merged: MergedSections,
): Pick<Problem, 'code' | 'message'> {
  const who = subject(at, merged);
  if (kind === 'zone') {
    return {
      code: 'unknown-timezone',
      message: `${who} is in time zone "${word}", which is no Area/City of the IANA list`,
    };
  }
  if (kind === 'date') {
    return {
      code: 'unknown-observance',
      message: `${who} is held on "${word}", which is neither a date nor an observance`,
    };
  }
  const message = `${who} asks for ${kind === 'own-shift' ? 'shift' : known.noun} "${word}", which`;
  if (kind === 'own-shift') {
    return {
      code: 'unknown-reference',
      message: `${message} ${known.noun.replace('shift of ', '')} does not have`,
    };
  }
  return { code: 'unknown-reference', message: `${message} does not exist` };
}

/** `module "kind-invoices"`, `the programme`, `the waiver of "no-voice"` */
function subject([section, id]: Pointer, merged: MergedSections): string {
  if (section === 'programme') return 'the programme';
  if (section === 'policy') return 'the policy';
  if (section === 'costs') return 'the table of costs';
  if (section === 'waivers') {
    const waiver = merged.waivers[id as number];
    return `the waiver of "${isMap(waiver) ? String(waiver.rule) : ''}"`;
  }
  if (section === 'pins') return `pin ${Number(id) + 1}`;
  if (section === 'notes') return `note ${Number(id) + 1}`;
  return `${SECTIONS[section as Section]} "${id}"`;
}

/** Somebody has given it another id, and this reference was forgotten. */
function calledNow(id: string, known: ReferenceTarget, { locate }: MergedSections): Pick<Problem, 'fix'> {
  const at = known.place(id);
  const place = at && locate(at, { key: true });
  return { fix: `it is called "${id}" now${place ? ` (${place.file}:${place.line})` : ''}` };
}

/** What was probably meant, most likely first. */
async function suggested(word: string, known: ReferenceTarget): Promise<readonly string[]> {
  if (known.meant) return known.meant(word);
  const others = meantWords(word, known.words());
  return others.length > 0 ? others : [nearest(word, known.words()) ?? []].flat();
}

function remedy(
  word: string,
  known: ReferenceTarget,
  suggestions: readonly string[],
): Pick<Problem, 'fix' | 'suggest'> {
  const [suggestion, ...others] = suggestions;
  if (others.length > 0) return { fix: `did you mean ${either(suggestions)}?` };
  if (suggestion !== undefined && suggestion.toLowerCase() === word.toLowerCase()) {
    return { fix: `it is written "${suggestion}": capitals matter` };
  }
  if (suggestion !== undefined) return { suggest: { word: suggestion, at: known.place(suggestion) } };
  if (known.noun === 'language') return { fix: 'write its code of two letters, such as nl for Dutch' };
  if (known.noun === 'time zone') return { fix: zoneAdvice(word) };
  const words: string[] = [];
  for (const candidate of known.words()) {
    words.push(candidate);
    if (words.length > 8) return {};
  }
  return {
    fix: words.length === 0 ? `there is no ${known.noun} yet: add it` : `there is ${words.sort().join(', ')}`,
  };
}
