/** Names of people in free text, such as what somebody told of a colleague: taken out of whatever is shown. */
import { withoutAddresses } from './addresses.ts';

/** Words of a name; `O’Neil-Smith` is one. */
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
/** A longer name is looked for by so many words. */
const MOST_WORDS = 5;

/**
 * Takes mail addresses out of texts, and whoever is meant by name and surname, in either order. A single word is no
 * name: Will, Mark and Rose are words, too. Costs by the words of a text, not by the people.
 *
 * @param names as the roster has them
 */
export function namesVeil(names: Iterable<string | undefined>): (text: string) => string {
  const known = new Set<string>();
  for (const name of names) {
    const words = (name ?? '').match(WORD)?.map(plain) ?? [];
    if (words.length < 2) continue;
    const few = words.slice(0, MOST_WORDS);
    known.add(few.join(' '));
    known.add([few.at(-1), ...few.slice(0, -1)].join(' '));
  }
  return (text) => withoutAddresses(known.size === 0 ? text : withoutKnown(text, known));
}

function withoutKnown(text: string, known: ReadonlySet<string>): string {
  const words = [...text.matchAll(WORD)];
  let [shown, done] = ['', 0];
  for (let i = 0; i < words.length; i++) {
    for (let count = Math.min(MOST_WORDS, words.length - i); count >= 2; count--) {
      const some = words.slice(i, i + count);
      if (!known.has(some.map(([word]) => plain(word)).join(' '))) continue;
      const last = some.at(-1)!;
      shown += `${text.slice(done, words[i]!.index)}(name not shown)`;
      done = last.index + last[0].length;
      i += count - 1;
      break;
    }
  }
  return shown + text.slice(done);
}

function plain(word: string): string {
  return word
    .replace(/['’]s$/, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
