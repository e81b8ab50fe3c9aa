/** `cxplan docs`: what the reference says of a word, in the terminal. */
import { nearest } from '../../diagnostics/nearest.ts';
import { RULE_IDS } from '../../model/rule-ids.ts';
import { type Entry, entries, words } from '../docs/entries.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { printJson } from '../print.ts';

/** 0; @throws Failure for a word that is nowhere, with what was meant */
export async function docs(word: string, flags: { readonly json?: boolean }, host: Host): Promise<number> {
  const wanted = word.trim().replaceAll('`', '').split('.').at(-1)!;
  const found = entries().filter((entry) => entry.word === wanted);
  const told = found.length > 0 ? found : entries().filter((entry) => same(entry.word, wanted));
  if (told.length === 0) throw new Failure(nowhere(wanted));
  if (flags.json) printJson(told, host);
  else host.out(`${told.map((entry) => paragraph(entry, Number(host.env.COLUMNS) || 100)).join('\n\n')}\n`);
  return 0;
}

function nowhere(word: string): string {
  if (RULE_IDS.includes(word)) return `${word} is a rule: cxplan explain ${word}`;
  const meant = nearest(word, words());
  const otherwise = 'the reference is schemas/README.md, and cxplan rules lists the rules';
  return `the reference has no ${JSON.stringify(word)}: ${meant === undefined ? otherwise : `did you mean ${meant}?`}`;
}

function same(one: string, other: string): boolean {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s_-]+/g, '')
      .replace(/s$/, '');
  return fold(one) === fold(other);
}

function paragraph({ word, where, form, text, keys }: Entry, columns: number): string {
  const lines = [
    `${word} (${where})${form === undefined ? '' : `: ${form}`}`,
    ...text.split('\n\n').map((part) => wrapped(part, columns)),
    ...(keys.length === 0 ? [] : [wrapped(`Keys: ${keys.join(', ')}`, columns)]),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** Lines of at most so many columns, two in from the left. */
function wrapped(text: string, columns: number): string {
  const width = Math.max(20, columns - 2);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => `  ${line}`).join('\n');
}
