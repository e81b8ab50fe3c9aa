/** The catalogue: every rule there is, by heading and id. A file that is not listed here fails a test. */
import type { Rule } from '../rule.ts';

export const RULES: readonly Rule[] = [];
