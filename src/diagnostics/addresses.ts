/** Mail addresses in what is shown: build logs are read by more eyes than a workspace. */

/** Lengths are those of the standard for mail; without them a long word would be looked at from each of its letters. */
const ADDRESS = /[^\s<>"'(),;:@]{1,64}@[^\s<>"'(),;:@]{1,255}/g;

/** The same words, with every mail address taken out. */
export function withoutAddresses(text: string): string {
  return text.includes('@') ? text.replace(ADDRESS, '(address not shown)') : text;
}

/** The same line with a dot for each letter of an address: columns stay where they are. */
export function veiledAddresses(line: string): string {
  return line.includes('@') ? line.replace(ADDRESS, (address) => '·'.repeat(address.length)) : line;
}
