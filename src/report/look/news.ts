/** What has changed, told: `changes/changes.json`, which the page goes on showing until another plan changes something. */
import type { Block } from '../types.ts';

/** Headings, paragraphs and lists, in that order of what is read. */
export interface ToldNews {
  /** How much changed, for whom, and what it does to the score. */
  readonly head: readonly Block[];
  /** By name; only those whom it concerns. */
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly blocks: readonly Block[];
  }[];
  /** Gaps opened and closed. */
  readonly gaps: readonly Block[];
}

/** Undefined where the text is none of ours. */
export function toldNewsIn(text: string | undefined): ToldNews | undefined {
  if (text === undefined) return undefined;
  try {
    const { head, departments, gaps } = JSON.parse(text) as Partial<ToldNews>;
    return Array.isArray(head) &&
      Array.isArray(departments) &&
      Array.isArray(gaps) &&
      departments.every(isOne)
      ? { head, departments, gaps }
      : undefined;
  } catch {
    return undefined;
  }
}

function isOne(value: unknown): boolean {
  const { id, name, blocks } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' && Array.isArray(blocks);
}
