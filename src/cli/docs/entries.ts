/** The language reference and the glossary as entries that can be looked up: sections, shapes, keys, words. */
import { page } from '../../workspace/files/brought-along.ts';

export interface Entry {
  /** `maxAway`, `departments`, `touchpoint`. */
  readonly word: string;
  /** Where it stands: `in departments`; `glossary`. */
  readonly where: string;
  /** What may be written, for keys. */
  readonly form?: string;
  readonly text: string;
  /** Of a section or shape: the keys it takes. */
  readonly keys: readonly string[];
}

const ROW = /^\| (\*\*)?`([^`]+)`(?:\*\*)? \| (.*?) \| (.*) \|$/;
const GLOSSARY_ROW = /^\| ([^|`*]+) \| (.*) \|$/;

let found: readonly Entry[] | undefined;

/** Sections, shapes and words before keys, else in the order of the pages. */
export function entries(): readonly Entry[] {
  found ??= [...ofReference(page('schemas/README.md')), ...ofGlossary(page('docs/manual.md'))].sort(
    (one, other) => Number(one.form !== undefined) - Number(other.form !== undefined),
  );
  return found;
}

/** Everything that can be looked up, each word once. */
export function words(): string[] {
  return [...new Set(entries().map(({ word }) => word))].sort();
}

function ofReference(markdown: string): Entry[] {
  return markdown.split(/^##+ /m).slice(1).flatMap(ofHeading);
}

function ofHeading(part: string): Entry[] {
  const [heading = '', ...lines] = part.split('\n');
  const rows = lines.flatMap((line) => {
    const [, required, key, form, meaning] = ROW.exec(line) ?? [];
    return key === undefined || heading === 'Sections'
      ? []
      : [{ required, key, form: form!, meaning: meaning! }];
  });
  const prose = lines.filter((line) => line !== '' && !line.startsWith('|')).map(plain);
  if (heading === 'Sections') return [];
  return [
    { word: heading, where: 'the reference', text: prose.join('\n\n'), keys: rows.map(({ key }) => key) },
    ...rows.map(({ required, key, form, meaning }) => ({
      word: key,
      where: `in ${heading}${required ? ', required' : ''}`,
      form: plain(form),
      text: plain(meaning),
      keys: [],
    })),
  ];
}

function ofGlossary(markdown: string): Entry[] {
  const [, part = ''] = markdown.split(/^## Glossary$/m);
  return part.split('\n').flatMap((line) => {
    const [, names, text] = GLOSSARY_ROW.exec(line) ?? [];
    if (names === undefined || names === 'word' || /^-+$/.test(names)) return [];
    return names.split(', ').map((word) => ({ word, where: 'the glossary', text: plain(text!), keys: [] }));
  });
}

/** Without the signs that make Markdown of it. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/\*\*?([^*]+)\*\*?/g, '$1');
}
