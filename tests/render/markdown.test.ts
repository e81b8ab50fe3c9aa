import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, renderMarkdown } from '../../src/render/markdown.ts';
import type { Block } from '../../src/report/types.ts';

function page(...blocks: Block[]): string {
  return renderMarkdown({ title: 'T', blocks });
}

describe('renderMarkdown', () => {
  it('writes each kind of block', () => {
    const text = page(
      { kind: 'heading', level: 2, text: 'March' },
      { kind: 'paragraph', lead: 'Found no place:', text: 'nothing.' },
      { kind: 'quote', text: 'Light' },
      { kind: 'list', items: ['a', 'b'] },
      { kind: 'link', text: 'Gaps', href: '../gaps.md' },
      { kind: 'links', items: [{ text: 'Shops', href: 'departments/shops.md', note: 'the year' }] },
    );
    expect(text).toBe(
      '# T\n\n## March\n\n**Found no place:** nothing.\n\n> Light\n\n- a\n- b\n\n[Gaps](../gaps.md)\n\n- [Shops](departments/shops.md): the year\n',
    );
  });

  it('aligns numbers to the right and shows a dash for an empty cell', () => {
    const columns = [
      { key: 'a', title: 'name', kind: 'text' },
      { key: 'b', title: 'n', kind: 'number' },
    ] as const;
    const text = page({
      kind: 'table',
      table: {
        columns,
        rows: [
          ['x', 1],
          ['', null],
        ],
      },
    });
    expect(text).toContain('| name | n |\n| --- | ---: |\n| x | 1 |\n| – | – |\n');
  });

  it.each([
    ['a|b', 'a\\|b'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['![i](http://a.example/i.png)', '!\\[i\\](http\\://a.example/i.png)'],
    ['*b* _i_ `c` ~s~ $m$', '\\*b\\* \\_i\\_ \\`c\\` \\~s\\~ \\$m\\$'],
    ['&lt;b&gt; & co', '&amp;lt;b&amp;gt; & co'],
    ['www.evil.example', 'www\\.evil.example'],
    ['two\r\nlines\u2028three', 'two lines three'],
    ['\u001b[31mred\u0007', '\\\\u{1b}\\[31mred\\\\u{7}'],
    ['a\u202eb', 'a\\\\u{202e}b'],
    ['x\ud83d', 'x\ufffd'],
    ['مرحبا 🎉', 'مرحبا 🎉'],
  ])('shows %j as text', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each([
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['1. no item', '1\\. no item'],
    ['=== no rule', '\\=== no rule'],
  ])('begins nothing with a paragraph that starts like %j', (text, written) => {
    expect(page({ kind: 'paragraph', text })).toBe(`# T\n\n${written}\n`);
  });

  it('quotes keys between backticks in a sentence, and nothing works inside of them', () => {
    expect(page({ kind: 'list', items: ['set `seats: [4]` or ` alone'] })).toContain(
      '- set `seats: [4]` or \\` alone\n',
    );
  });

  it('links nowhere dangerous', () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'a b', 'x\ny']) {
      expect(page({ kind: 'link', text: 'x', href })).toBe('# T\n\nx\n');
    }
    expect(page({ kind: 'link', text: 'x', href: 'https://a.example/(1)' })).toContain(
      '(https://a.example/%281%29)',
    );
  });

  it('keeps every table a table, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const columns = [
          { key: 'a', title: 'a', kind: 'text' },
          { key: 'b', title: 'b', kind: 'text' },
        ] as const;
        const lines = page({ kind: 'table', table: { columns, rows: [[a, b]] } }).split('\n');
        expect(lines).toHaveLength(6);
        expect(lines[4]?.replace(/\\./gs, '').match(/\|/g)).toHaveLength(3);
        expect(lines[4]?.replace(/\\./gs, '')).not.toMatch(/[<>[\]`*]/);
      }),
    );
  });
});
