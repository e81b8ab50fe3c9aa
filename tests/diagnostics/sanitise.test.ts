/** Text on its way to people: nothing in it is obeyed, by a terminal or by a build server. */
import { expect, it } from 'vitest';
import { sanitise, sanitiseJson } from '../../src/diagnostics/sanitise.ts';

it.each([
  ['\u001b[31m', '\\u{1b}[31m'],
  ['::set-output name=a::b', '\\u{3a}:set-output name=a::b'],
  ['  ::error::x', '  \\u{3a}:error::x'],
  ['a ##vso[task.complete]x', 'a \\u{23}#vso[task.complete]x'],
  ['##[error]x', '\\u{23}#[error]x'],
  ['## A heading, 10:30, C::D', '## A heading, 10:30, C::D'],
])('%j is shown as %j', (text, shown) => {
  expect(sanitise(text)).toBe(shown);
});

it('JSON keeps its data', () => {
  const data = { a: '::x ##[y] ##vso[z]\u009b\u202e' };
  const text = sanitiseJson(JSON.stringify(data, null, 2));
  expect(text).not.toMatch(/##(?:vso)?\[|[\u009b\u202e]/);
  expect(JSON.parse(text)).toEqual(data);
});

it('a long run of spaces is looked at once, not once for each of them', () => {
  // Counted, not timed: V8's own linear engine refuses what backtracks, so the same text is put in front of the
  // only thing that looks back, and what is found has to be right.
  const spaces = ' '.repeat(60_000);
  expect(sanitise(`${spaces}::x`)).toBe(`${spaces}\\u{3a}:x`);
  expect(sanitise(`x${spaces}::x`)).toBe(`x${spaces}::x`);
});
