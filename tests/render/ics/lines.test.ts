import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { contentLine, escapeText } from '../../../src/render/ics/lines.ts';
import { cleanLines } from '../../../src/wording/clean.ts';

const octets = (text: string) => Buffer.byteLength(text);
const anyText = fc.string({ unit: 'binary', maxLength: 400 }).map(cleanLines);

describe('contentLine', () => {
  it('leaves a line of 75 octets and folds one of 76', () => {
    expect(contentLine('x'.repeat(75))).toBe(`${'x'.repeat(75)}\r\n`);
    expect(contentLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x\r\n`);
  });

  it('never cuts a code point: the line before it is shorter', () => {
    expect(contentLine(`${'x'.repeat(73)}🎉`)).toBe(`${'x'.repeat(73)}\r\n 🎉\r\n`);
  });

  it('has lines of at most 75 octets that unfold to the same text, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = `DESCRIPTION:${escapeText(text)}`;
        const folded = contentLine(line);
        for (const part of folded.split('\r\n')) {
          expect(octets(part)).toBeLessThanOrEqual(75);
          expect(Buffer.from(part).toString()).toBe(part);
        }
        expect(folded.replace(/\r\n /g, '')).toBe(`${line}\r\n`);
      }),
    );
  });

  it('folds a hundred thousand characters in no time', () => {
    const text = 'ä🎉x'.repeat(25_000);
    expect(contentLine(text).replace(/\r\n /g, '')).toBe(`${text}\r\n`);
  });
});

describe('escapeText', () => {
  it('reads back as what was written, in another parser, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const calendar = `BEGIN:VCALENDAR\r\n${contentLine(`DESCRIPTION:${escapeText(text)}`)}END:VCALENDAR\r\n`;
        const read = new ICAL.Component(ICAL.parse(calendar));
        expect(read.getFirstPropertyValue('description')).toBe(text);
      }),
    );
  });
});
