/** What is to be written, by path. */

/**
 * A file's whole content, or what makes it in pieces: the same each time it is called, and no piece ends inside
 * of a character. What is as long as the year comes in pieces, so that nobody ever holds all of it.
 */
export type Text = string | (() => Iterable<string | Uint8Array>);

/** A file that is short enough to be held. */
export interface TextFile extends OutputFile {
  readonly text: string;
}

/** A file to be written: path relative to the output folder with `/`, and its content. */
export interface OutputFile {
  readonly path: string;
  readonly text: Text;
  /** Put together from pieces that are held anyway: to make it again costs no more than to hold it. */
  readonly joined?: boolean;
}

/** A file that a person wrote, and what is to stand there instead. */
export interface Replacement {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** What the file must hold; undefined for one that there must not be yet. */
  readonly before: string | undefined;
  readonly after: string;
}
