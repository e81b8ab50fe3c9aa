/** Colours as functions, handed in by whoever knows the terminal; chalk is one such set. */
export interface Painter {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly italic: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const same = (text: string): string => text;

/** No colours. */
export const PLAIN: Painter = {
  bold: same,
  dim: same,
  italic: same,
  red: same,
  green: same,
  yellow: same,
  cyan: same,
};
