/** Bytes from a disk into text, or the reason why not: size, kind of file, encoding, control characters. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

export const MAX_FILE_BYTES = 2_000_000;

export interface ReadText {
  /** Undefined when the diagnostics say why it cannot be used. */
  readonly text?: string;
  readonly diagnostics: Diagnostic[];
}

export interface ReadBytes {
  /** Undefined when the diagnostics say why it cannot be read. */
  readonly bytes?: Buffer;
  readonly diagnostics: Diagnostic[];
}

/** Reads one file of a workspace as text, as {@link readBytes} does. */
export function readText(root: string, file: string, maxBytes = MAX_FILE_BYTES): ReadText {
  const { bytes, diagnostics } = readBytes(root, file, maxBytes);
  return bytes ? decode(file, bytes) : { diagnostics };
}

/**
 * Reads one file of a workspace, never past `maxBytes`. `file` is relative to `root`, with `/`.
 * What cannot be opened, is no regular file or leads out of the workspace gives `unreadable-file`.
 */
export function readBytes(root: string, file: string, maxBytes: number): ReadBytes {
  const path = join(root, file);
  try {
    const out = leadsOut(root, path);
    if (out) return fail('unreadable-file', file, `${file} leads out of the workspace`, 'copy the file here');
    // Non-blocking, so that a pipe without a writer is seen and refused instead of waited for.
    const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return readHandle(handle, file, maxBytes);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return fail(
      'unreadable-file',
      file,
      `${file} cannot be read: ${cause(error)}`,
      'check that it is there and readable',
    );
  }
}

function leadsOut(root: string, path: string): boolean {
  const base = realpathSync(root);
  return !realpathSync(path).startsWith(base.endsWith(sep) ? base : base + sep);
}

function readHandle(handle: number, file: string, maxBytes: number): ReadBytes {
  const stat = fstatSync(handle);
  if (!stat.isFile()) {
    const kind = stat.isDirectory() ? 'a folder' : stat.isFIFO() ? 'a pipe' : 'a device';
    return fail('unreadable-file', file, `${file} is ${kind}, not a file`, 'rename or remove it');
  }
  if (stat.size > maxBytes) return tooLarge(file, maxBytes);
  const bytes = Buffer.allocUnsafe(Math.min(stat.size, maxBytes) + 1);
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(handle, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return length > stat.size
    ? tooLarge(file, maxBytes)
    : { bytes: bytes.subarray(0, length), diagnostics: [] };
}

/** UTF-8 bytes as text; anything else is refused with the line of the first bad byte. */
export function decode(file: string, bytes: Uint8Array): ReadText {
  const bad = notUtf8(file, bytes);
  return bad ? { diagnostics: [bad] } : { text: new TextDecoder().decode(bytes), diagnostics: [] };
}

/** Why bytes are no text, with the line of the first bad one; undefined where they are. */
export function notUtf8(file: string, bytes: Uint8Array): Diagnostic | undefined {
  if (isUtf8(bytes)) return undefined;
  const line = lineOf(bytes, firstBadByte(bytes));
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return {
    code: 'not-utf8',
    severity: 'error',
    message: utf16 ? `${file} is UTF-16, not UTF-8 text` : `${file} is not UTF-8 text from line ${line} on`,
    at: { file, line, column: 1 },
    fix: 'save it as UTF-8',
  };
}

/** Octets that are looked at together. */
const STEP = 65_536;

/** Of the first line that is not UTF-8, among the steps; half-interval search for its longest prefix that still is. */
function firstBadByte(bytes: Uint8Array): number {
  let from = 0;
  for (;;) {
    const feed = bytes.indexOf(0x0a, from + STEP);
    const end = feed === -1 ? bytes.length : feed + 1;
    if (end === bytes.length || !isUtf8(bytes.subarray(from, end))) break;
    from = end;
  }
  let good = from;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return bad - 1;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++;
  return line;
}

/** Takes off a byte order mark and writes line ends as LF. */
export function tidy(text: string): string {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replaceAll('\r\n', '\n') : bare;
}

/** Control characters other than tab and line feed: such a file is no text. @param first line of the text */
export function checkText(file: string, text: string, first = 1): Diagnostic | undefined {
  const at = text.search(/[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/);
  if (at === -1) return undefined;
  const line = first - 1 + text.slice(0, at).split('\n').length;
  const column = at - (text.lastIndexOf('\n', at - 1) + 1) + 1;
  const code = text.charCodeAt(at).toString(16).padStart(2, '0').toUpperCase();
  return {
    code: 'not-utf8',
    severity: 'error',
    message: `${file} is not UTF-8 text: line ${line} holds the control character U+00${code}`,
    at: { file, line, column },
    fix: code === '00' ? 'is it UTF-16 or a binary file? Save it as UTF-8' : 'remove it',
  };
}

function tooLarge(file: string, maxBytes: number): { readonly diagnostics: Diagnostic[] } {
  const size = maxBytes >= 1_000_000 ? `${maxBytes / 1_000_000} MB` : `${maxBytes} bytes`;
  return fail('file-too-large', file, `${file} is larger than ${size}`, 'split it into several files');
}

/** Why the operating system refused, in words. */
export function cause(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const said: Record<string, string> = {
    ENOENT: 'it does not exist',
    EACCES: 'no permission',
    ELOOP: 'its link leads in a circle',
    EISDIR: 'it is a folder',
    ENXIO: 'it is a socket',
    ENOTDIR: 'a part of its path is no folder',
  };
  return said[code] ?? code;
}

function fail(
  code: string,
  file: string,
  message: string,
  fix: string,
): { readonly diagnostics: Diagnostic[] } {
  return { diagnostics: [{ code, severity: 'error', message, at: { file, line: 1, column: 1 }, fix }] };
}
