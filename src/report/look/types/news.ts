/** What is other than it was. */
import type { Ref } from './ref.ts';

/** What is other than in the plan before. */
export interface PageChanges {
  /** `plan 2, as of 4 January 2027`; empty for a first plan. */
  readonly since: string;
  /** Null where nothing is known of it. */
  readonly told: PageNews | null;
  /** The same since people agreed to a plan; null where they have not, or nothing has changed since. */
  readonly agreed: PageNews | null;
}

export interface PageNews {
  readonly head: readonly PageBlock[];
  /** `of`: −1 for one that is gone. */
  readonly departments: readonly {
    readonly of: Ref;
    readonly name: string;
    readonly blocks: readonly PageBlock[];
  }[];
  readonly gaps: readonly PageBlock[];
}

export type PageBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };
