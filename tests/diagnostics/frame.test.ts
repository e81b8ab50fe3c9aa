import { expect, test } from 'vitest';
import type { Place } from '../../src/diagnostics/diagnostic.ts';
import { frame } from '../../src/diagnostics/frame.ts';

const at = (line: number, column: number, endColumn: number): Place => ({
  file: 'a.yaml',
  line,
  column,
  endColumn,
});

/** What stands above the carets of a frame, by columns of characters that are one wide. */
function aboveCaret(text: string): string {
  const lines = text.split('\n');
  const caret = lines.at(-1) ?? '';
  return (lines.at(-2) ?? '').slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1);
}

test('gutter, the line before, the caret under the smallest span, the remedy beside it', () => {
  const text = 'modules:\n  kind-invoices:\n    seats: 12\n    themes: [emphaty]\n';
  expect(frame(at(4, 14, 21), text, { fix: 'did you mean "empathy"? (themes.yaml:9)' })).toBe(
    [
      '  ┌ a.yaml:4:14',
      ' 3│     seats: 12',
      ' 4│     themes: [emphaty]',
      '  │              ^^^^^^^ did you mean "empathy"? (themes.yaml:9)',
    ].join('\n'),
  );
});

test('the gutter grows with the number of the line', () => {
  const text = `${'\n'.repeat(12344)}themes: [emphaty]\n`;
  expect(frame(at(12345, 10, 17), text).split('\n')).toEqual([
    '     ┌ a.yaml:12345:10',
    '12345│ themes: [emphaty]',
    '     │          ^^^^^^^',
  ]);
});

test('tabs and control characters are shown, and the caret stays in place', () => {
  expect(aboveCaret(frame(at(1, 4, 7), 'a:\tfoo'))).toBe('foo');
  expect(aboveCaret(frame(at(1, 7, 10), '"\u202e\u0007": foo'))).toBe('foo');
  expect(frame(at(1, 7, 10), '"\u202e\u0007": foo')).toContain('"\\u{202e}\\u{7}": foo');
});

test('wide characters take two columns, marks and joiners none', () => {
  const caret = (text: string, column: number, end: number) => {
    return frame(at(1, column, end), text)
      .split('\n')
      .at(-1)
      ?.slice(4);
  };
  expect(caret('東京: x', 5, 6)).toBe(`${' '.repeat(6)}^`);
  expect(caret('東京: x', 1, 3)).toBe('^^^^');
  expect(caret('e\u0301: x', 5, 6)).toBe('   ^');
  expect(caret('😀: x', 5, 6)).toBe(`${' '.repeat(4)}^`);
});

test('a very long line is cut around the caret', () => {
  const text = `a: [${'x, '.repeat(600_000)}bad, ${'y, '.repeat(1000)}]`;
  const column = text.indexOf('bad') + 1;
  const drawn = frame(at(1, column, column + 3), text, { fix: 'no' });
  expect(drawn.length).toBeLessThan(400);
  expect(aboveCaret(drawn)).toBe('bad');
});

test('without a text, or behind its end: the place and the remedy', () => {
  expect(frame(at(1, 1, 1), undefined, { fix: 'write it' })).toBe('  ┌ a.yaml:1:1\n  │ write it');
  expect(frame(at(9, 1, 1), 'a: 1\n', { fix: 'write it' })).toBe('  ┌ a.yaml:9:1\n  │ write it');
});

test('file names are shown, not obeyed', () => {
  expect(frame({ file: 'a\u001b[31m.yaml', line: 1, column: 1 }, 'x')).toContain('a\\u{1b}[31m.yaml:1:1');
});

test('a file with CRLF shows none of it', () => {
  expect(frame(at(2, 1, 3), 'id,role\r\nxx,clerk\r\n')).not.toMatch(/u\{d\}|\r/);
});

test('an address is not shown, and the caret stays in place', () => {
  const text = 'waivers:\n  - { rule: no-voce, owner: amira@firm.example, reason: x }\n';
  expect(
    frame(at(2, 13, 20), text)
      .split('\n')
      .slice(-2),
  ).toEqual([' 2│   - { rule: no-voce, owner: ··················, reason: x }', '  │             ^^^^^^^']);
});
