/** Coverage and findings, with the types of their schema. */
import type { Cell } from './gaps.gen.ts';

export type * from './gaps.gen.ts';

export type Dimension = Cell['dimension'];
