/**
 * The globs of `programme.include`: `*`, `?`, `[abc]` and `{a,b}` inside a name, `**` for any folders. Few of each,
 * and matched name by name without a regular expression: a pattern comes from whoever sends a pull request, and
 * general glob libraries have patterns of a few hundred characters that keep them busy for minutes.
 */

export interface Glob {
  /** Whether a path (with `/`) is meant. Takes at most the length of the path times that of the pattern. */
  matches(path: string): boolean;
}

/** Why a pattern is not one of ours, and from where to where in it, in UTF-16 units. */
export interface BadGlob {
  readonly why: string;
  readonly from: number;
  readonly to: number;
}

/** Of one pattern. */
const MOST_WILDCARDS = 10;
const MOST_FOLDERS = 3;
const MOST_ALTERNATIVES = 10;

/** One sign of a name: any text, any one character, one of these. */
type Sign = '*' | '?' | string[];
/** `**`, or the signs of a name. */
type Segment = '**' | readonly Sign[];

/** Reads a pattern; one that asks for more than this file knows is refused. */
export function parseGlob(pattern: string): Glob | BadGlob {
  const bad = refused(pattern) ?? tooMany(pattern);
  if (bad) return bad;
  const patterns = expanded(pattern.replace(/^\.\//, ''));
  if (patterns.length > MOST_ALTERNATIVES) {
    return { why: `it stands for more than ${MOST_ALTERNATIVES} patterns`, from: 0, to: pattern.length };
  }
  const ways = patterns.map((one) => one.split('/').map(segment));
  return { matches: (path) => ways.some((way) => matchesPath(way, path.split('/'))) };
}

/** What has a meaning in other tools, and would be taken for a letter here. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/\\/, 'has a backslash in it: folders are parted by /'],
  [/[()|]/, 'has ( ) or | in it, which are no part of a glob here'],
  [/^!/, 'leaves files out with !: name the files that belong'],
  [/\[[!^][^\]]*/, 'asks for other characters than these: name the ones that are meant'],
  [/\[\]|\[[^\]]*$|\[[^\]]*[/{}[][^\]]*\]?/, 'has a [ without its ], or nothing or / { } [ between them'],
  [/\{[^}]*\{/, 'has braces inside braces'],
  [/\{[^}]*$|^[^{]*\}/, 'has a brace without its other half'],
  [/\*\*\*|[^/{,]\*\*|\*\*[^/},]/, 'has a ** that is no folder of its own: write **/'],
];

function refused(pattern: string): BadGlob | undefined {
  for (const [form, why] of FOREIGN) {
    const found = form.exec(pattern);
    if (found) return { why: `it ${why}`, from: found.index, to: found.index + found[0].length };
  }
  // A half brace behind a whole one.
  const rest = pattern.replace(/\{[^{}]*\}/g, '').search(/[{}]/);
  return rest < 0 ? undefined : { why: 'it has a brace without its other half', from: 0, to: pattern.length };
}

function tooMany(pattern: string): BadGlob | undefined {
  const count = (form: RegExp): number => pattern.match(form)?.length ?? 0;
  const whole = { from: 0, to: pattern.length };
  if (count(/\*\*/g) > MOST_FOLDERS) return { why: `it has more than ${MOST_FOLDERS} **`, ...whole };
  if (count(/\*+|\?|\[/g) > MOST_WILDCARDS) {
    return { why: `it has more than ${MOST_WILDCARDS} of * ? and [ ]`, ...whole };
  }
  return undefined;
}

/** `a/{b,c}` → `a/b`, `a/c`; stops soon after there are too many. */
function expanded(pattern: string): string[] {
  let done = [''];
  for (const part of pattern.split(/(\{[^{}]*\})/)) {
    const ways = part.startsWith('{') ? part.slice(1, -1).split(',') : [part];
    done = done.flatMap((before) => ways.map((way) => before + way)).slice(0, MOST_ALTERNATIVES + 1);
  }
  return done;
}

function segment(text: string): Segment {
  if (text === '**') return '**';
  const signs: Sign[] = [];
  for (const [sign] of text.matchAll(/\*+|\?|\[[^\]]*\]|./gsu)) {
    if (sign.startsWith('*')) signs.push('*');
    else if (sign === '?') signs.push('?');
    else signs.push(sign.length > 2 && sign.startsWith('[') ? members(sign.slice(1, -1)) : [sign]);
  }
  return signs;
}

/** `abc`, and `a-c`: every character that is meant. */
function members(text: string): string[] {
  const all: string[] = [];
  for (const [one] of text.matchAll(/.-.|./gsu)) {
    const points = [...one];
    const [from, to] = [points[0]!.codePointAt(0)!, points.at(-1)!.codePointAt(0)!];
    if (points.length < 3) all.push(one);
    else for (let code = from; code <= Math.min(to, from + 255); code++) all.push(String.fromCodePoint(code));
  }
  return all;
}

/** `**` takes as little as it can, and more when what follows does not fit: only the last one is ever lengthened. */
function matchesPath(way: readonly Segment[], names: readonly string[]): boolean {
  return fits(
    way,
    names,
    (part) => part === '**',
    (part, name) => matchesName(part as readonly Sign[], [...name]),
  );
}

function matchesName(signs: readonly Sign[], letters: readonly string[]): boolean {
  return fits(
    signs,
    letters,
    (sign) => sign === '*',
    (sign, letter) => sign === '?' || sign.includes(letter),
  );
}

/**
 * Whether a row of things fits a row of parts, some of which take any number of them. Going back to the last such
 * part is enough: an earlier one that took more would leave less for all that follows.
 */
function fits<P, T>(
  parts: readonly P[],
  things: readonly T[],
  takesAny: (part: P) => boolean,
  takes: (part: P, thing: T) => boolean,
): boolean {
  let part = 0;
  let thing = 0;
  let any = -1;
  let taken = 0;
  while (thing < things.length) {
    if (part < parts.length && takesAny(parts[part]!)) {
      any = part++;
      taken = thing;
    } else if (part < parts.length && takes(parts[part]!, things[thing]!)) {
      part++;
      thing++;
    } else if (any >= 0) {
      part = any + 1;
      thing = ++taken;
    } else return false;
  }
  while (part < parts.length && takesAny(parts[part]!)) part++;
  return part === parts.length;
}
