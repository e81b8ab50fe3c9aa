/** What was learned from customers, and who holds what is good for a while; nobody by name. */
import type { Ref } from './ref.ts';

export interface PageLearned {
  /** The ledger in one sentence; empty where nothing stands in it. */
  readonly summary: string;
  readonly learnings: readonly PageLearning[];
  readonly certificates: readonly PageCertificate[];
}

export interface PageLearning {
  readonly department: Ref;
  readonly stage: string;
  /** `2027-03-02` */
  readonly date: string;
  readonly learning: string;
  readonly action: string;
  /** A role or a department, `somebody`, or `nobody yet`. */
  readonly owner: string;
  readonly due: string;
  readonly state: 'open' | 'overdue' | 'done' | 'dropped';
  /** What a customer agreed to have told, and in which modules it is; empty where there is nothing. */
  readonly story: string;
  readonly told: string;
}

/** Of a department and a module: numbers of people. */
export interface PageCertificate {
  readonly department: Ref;
  readonly module: Ref;
  readonly people: number;
  readonly good: number;
  /** When the first of them ends; empty where there is none. */
  readonly first: string;
  /** Whose renewal is planned before it ends. */
  readonly renewing: number;
  readonly ended: number;
  /** Of those whose has ended: without a date to come. */
  readonly open: number;
  readonly never: number;
}
