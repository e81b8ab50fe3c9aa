/** What the operating system's codes mean to a person. */

const CAUSES: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space left on the disk'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'the file would be larger than is allowed here'],
  ['EIO', 'the disk reports an error'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open on this machine'],
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'it is a link'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ERR_STRING_TOO_LONG', 'it is too long to be read at once'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too long to be read at once'],
]);

/** `no space left on the disk (ENOSPC)` */
export function causeOf(code: string): string {
  const cause = CAUSES.get(code);
  return cause ? `${cause} (${code})` : code;
}
