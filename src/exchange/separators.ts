/** Separators by the words that flags and mappings have for them. */
export const SEPARATORS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

export const SEPARATOR_WORDS: readonly string[] = Object.keys(SEPARATORS);
