/** What `schemas/baseline.schema.json` says, generated from it by `npm run generate`. Do not edit. */

/** Gaps that are known and pass the gate, as `cxplan check --update-baseline` writes them. */
export interface Baseline {
  /** The contract this document keeps. */
  readonly schema: 'https://cxplan.dev/schemas/baseline-1.json';
  /** Major version of the contract. */
  readonly version: 1;
  /** Every known gap, sorted by key. */
  readonly gaps: readonly KnownGap[];
}
/** So many findings of this identity, none graver than this. */
export interface KnownGap {
  /** Its identity: rule and subject, never wording or line. */
  readonly key: string;
  /** What it was when it was accepted; a graver one is new. */
  readonly severity: 'error' | 'warn';
  /** How many of this identity there were; one more is new. */
  readonly count: number;
}
