/** A value that is not what belongs in its place. */
import type { Hint } from '../shape.gen.js';

export interface WrongValue {
  readonly value: unknown;
  /** The scalar as it stands in the file. */
  readonly written: string | undefined;
  readonly hint: Hint;
  /** What is right, in words. */
  readonly form: string;
  /** Whether the map around it needs this key. */
  readonly required: boolean;
}
