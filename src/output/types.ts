/** A file to be written: path relative to the output folder with `/`, and its whole content. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}
