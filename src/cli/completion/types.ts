/** What completion offers. */
export interface Candidate {
  readonly value: string;
  readonly about: string;
}
