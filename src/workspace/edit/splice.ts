/**
 * One change in one YAML text. Only the characters of the value are exchanged, so that every other line keeps its
 * bytes: comments, quotes, indentation, line ends.
 */
import { type Document, parseDocument } from 'yaml';
import { Splicer } from './splicer.ts';
import { changed, EditError, same, type TextEdit } from './text-edit.ts';

/**
 * The text with one change made in it. The result is read again and compared: it differs in what was asked,
 * and in nothing else.
 *
 * @throws EditError where layout or anchors do not allow that
 */
export function spliced(text: string, edit: TextEdit): string {
  const document = parse(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const next = new Splicer(text, document, eol).change(edit);
  const wanted = changed(plain(document), edit.pointer, edit);
  if (!same(plain(parse(next)) ?? new Map(), wanted))
    throw new EditError('the change does not fit the layout of the file');
  return next;
}

function parse(text: string): Document.Parsed {
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) throw new EditError('the file cannot be read as YAML');
  return document as Document.Parsed;
}

/** Plain values; maps as Maps, so that no key has a meaning of its own. */
function plain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ mapAsMap: true });
  } catch {
    throw new EditError('the file cannot be read as YAML');
  }
}
