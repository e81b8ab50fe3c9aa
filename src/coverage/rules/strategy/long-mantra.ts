/** A3: a mantra is one sentence or less, or nobody remembers it. */
import type { Rule } from '../../rule.ts';
import { count } from '../../words.ts';

/** "St." and the like end no sentence. */
const ABBREVIATION = /\b(?:St|Mr|Mrs|Ms|Dr|Prof|No|Inc|Ltd|Co|vs|e\.g|i\.e|etc)\.(?=\s)/giu;

export const rule: Rule = {
  id: 'long-mantra',
  heading: 'strategy',
  severity: 'warn',
  sentence: 'The mantra is longer than one sentence.',
  why: 'Hyken (A3) asks for a statement of one sentence or less, short enough to be remembered: it has to live in signatures, on walls and in what people say to each other, not in a paragraph that is looked up.',
  fix: 'Keep the one sentence people would repeat; the rest belongs in programme.definition.',
  articles: ['A3'],
  examples: {
    fires: 'programme:\n  mantra: We listen. We care. We put it right, and we learn from it every day.\n',
    silent: 'programme:\n  mantra: Leave every home a little better.\n',
  },
  forPeople: 'Which of its sentences stays is for those who agreed on it.',
  *check({ model: { programme } }) {
    const mantra = programme.mantra?.trim() ?? '';
    const sentences = sentencesOf(mantra);
    if (sentences < 2) return;
    yield {
      subject: {},
      message: `The mantra has ${count(sentences, 'sentence')}: “${mantra}”`,
      pointer: ['programme', 'mantra'],
    };
  },
};

function sentencesOf(text: string): number {
  const plain = text.replace(ABBREVIATION, (match) => match.slice(0, -1));
  return plain.split(/[.!?…]+["”’»)]*\s+|[。！？]+|\n+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
