/**
 * The page: one file that needs no other. Its policy lets nothing run but the program and the style that stand in it, by
 * their hashes, and lets nothing be fetched; its data are text that is never read as markup.
 */
import { deflateRawSync } from 'node:zlib';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './page.gen.js';

/** Data longer than this (UTF-16 units) are packed: a page of a few hundred kB compares better unpacked. */
const LONG = 1_000_000;

export interface HtmlPage {
  readonly title: string;
  readonly data: object;
  /** Where the same can be read without a program. */
  readonly instead: string;
}

/** The file's text; the same data make the same bytes. */
export function renderHtml({ title, data, instead }: HtmlPage): string {
  const text = JSON.stringify(data);
  const policy = [
    "default-src 'none'",
    `script-src '${SCRIPT_HASH}'`,
    `style-src '${STYLE_HASH}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<div id="page"><noscript>This page needs a browser that runs its program. The same can be read in ${escaped(instead)}.</noscript></div>
${dataElement(text)}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** No letter of the data can end the element or begin another. */
function dataElement(text: string): string {
  if (text.length <= LONG)
    return `<script type="application/json" id="data">${text.replaceAll('<', '\\u003c')}</script>`;
  const packed = deflateRawSync(text, { level: 6 }).toString('base64');
  return `<script type="application/json" id="data" data-form="deflate">${packed}</script>`;
}

/** Text between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
