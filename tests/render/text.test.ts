/** Pages as plain text. */
import { expect, it } from 'vitest';
import { renderText } from '../../src/render/text.ts';
import type { Page } from '../../src/report/types.ts';

const PAGE: Page = {
  title: 'Not told',
  blocks: [
    { kind: 'heading', level: 2, text: 'Shop' },
    { kind: 'paragraph', lead: 'Note:', text: 'one two three four five six' },
    { kind: 'heading', level: 3, text: 'Moved (1)' },
    { kind: 'list', items: ['alpha beta gamma delta', 'a\u001b[31mred\u202e'] },
    { kind: 'link', text: 'Nowhere', href: 'x.md' },
    { kind: 'quote', text: 'said' },
    { kind: 'table', table: { columns: [], rows: [['a', 1, null, 'b']] } },
  ],
};

it('breaks lines between words, shows what cannot be seen, and has no links', () => {
  expect(renderText(PAGE, { width: 16 })).toBe(`Shop

Note: one two
three four five
six

Moved (1):
- alpha beta
  gamma delta
- a\\u{1b}[31mred\\u{202e}

said

- a · 1 · b
`);
  expect(renderText(PAGE, { strong: (text) => `*${text}*` })).toContain(
    '*Moved (1):*\n- alpha beta gamma delta\n',
  );
});
