import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formIn, renderCsv } from '../../src/render/csv.ts';
import type { CellValue, LongTable } from '../../src/report/types.ts';
import { neutral } from '../../src/wording/clean.ts';

function table(rows: readonly (readonly CellValue[])[]): LongTable {
  return {
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'n', title: 'Heads, in all', kind: 'number' },
    ],
    rows: () => rows,
  };
}

function csv(of: LongTable): string {
  return [...renderCsv(of)].join('');
}

function read(csv: string): string[][] {
  return parse(csv, { relax_column_count: false });
}

describe('renderCsv', () => {
  it('quotes what needs it and ends every record with LF', () => {
    expect(csv(table([['Say "hi", twice', 3]]))).toBe('Name,"Heads, in all"\n"Say ""hi"", twice",3\n');
  });

  it('guards its titles too, which may be names of modules', () => {
    const columns = ["=cmd|' /C calc'!A0", '\u{1b}[31mred', 'A\r\nB', '\uD800'].map((title, i) => ({
      key: `m${i}`,
      title,
      kind: 'text' as const,
    }));
    expect(read(csv({ columns, rows: () => [] }))).toEqual([
      ["'=cmd|' /C calc'!A0", '[31mred', 'A B', '\uFFFD'],
    ]);
  });

  it('leaves numbers alone, negative ones too, and writes nothing for what is none', () => {
    expect(
      read(
        csv(
          table([
            ['a', -5.5],
            ['b', Number.NaN],
            ['c', null],
            ['d', '-7'],
          ]),
        ),
      ),
    ).toEqual([
      ['Name', 'Heads, in all'],
      ['a', '-5.5'],
      ['b', ''],
      ['c', ''],
      ['d', '-7'],
    ]);
  });

  it.each([
    '=1+1',
    '+44 20',
    '-cmd',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '  =1',
    '\u00a0=1',
  ])('puts an apostrophe before a text that a spreadsheet would run: %j', (text) => {
    const [, [cell]] = read(csv(table([[text, 1]]))) as [string[], string[]];
    expect(cell?.startsWith("'")).toBe(true);
  });

  it.each([
    ['Basics;=1+2;x', "Basics;'=1+2;x"],
    ['Basics; =1+2', "Basics;' =1+2"],
    ['a,+1', "a,'+1"],
    ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
    ['a|-1', "a|'-1"],
    ['a;"=1+2"', 'a;\'"=1+2"'],
    ['=1;=2', "'=1;'=2"],
    ['a;＝1', "a;'＝1"],
    ['Mon; Tue: a-b', 'Mon; Tue: a-b'],
  ])('guards what would begin a cell at another separator: %j', (text, guarded) => {
    expect(neutral(text).replace(/ $/, '')).toBe(guarded);
  });

  it('holds no formula, at whatever separator a spreadsheet splits the file', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', ';', ',', '\t', '|', '"', '=', '+', '-', '@', '1'),
    });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (texts, delimiter) => {
          const written = csv({
            columns: texts.map((_, i) => ({ key: `c${i}`, title: 'x', kind: 'text' as const })),
            rows: () => [texts],
          });
          // Whatever a reader makes of quotes, no piece between two separators begins like a formula.
          const cells = written.split(delimiter).flatMap((piece) => piece.split('\n'));
          for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
        },
      ),
    );
  });

  it('does not touch a text that only contains such a sign', () => {
    expect(read(csv(table([['a-b = c@d', 1]])))[1]?.[0]).toBe('a-b = c@d');
  });

  it('keeps numbers as text from being run in a text column', () => {
    expect(read(csv(table([['-7', 1]])))[1]?.[0]).toBe("'-7");
  });

  it('reads back as what was written, for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer())), (rows) => {
        const read_ = read(csv(table(rows))).slice(1);
        expect(read_).toEqual(rows.map(([text, n]) => [neutral(text), String(n)]));
      }),
    );
  });

  it('drops control characters and mends half surrogate pairs', () => {
    expect(neutral('a\u0000b\u001bc\u009bd')).toBe('abcd');
    expect(neutral('x\ud83dy')).toBe('x\ufffdy');
  });
});

describe('for people', () => {
  const written = (of: LongTable, locale = 'en-GB', separator?: string): string =>
    [...renderCsv(of, formIn(locale, separator))].join('');

  it('has a byte order mark, CRLF, and the separator and decimal sign of the locale', () => {
    const some = table([['a;b', 1.5]]);
    expect(written(some)).toBe('\u{FEFF}Name,"Heads, in all"\r\na;b,1.5\r\n');
    expect(written(some, 'de-DE')).toBe('\u{FEFF}Name;Heads, in all\r\n"a;b";1,5\r\n');
    expect(written(some, 'de-DE', ',')).toBe('\u{FEFF}Name,"Heads, in all"\r\na;b,"1,5"\r\n');
    expect(written(some, 'en-GB', '\t')).toBe('\u{FEFF}Name\tHeads, in all\r\na;b\t1.5\r\n');
  });

  it.each(['1-2', '00123', '3E10', '1/2/2027', '5 Mar', 'Sep-2', 'MAR1', '1234567890123', '12:30', '1.2'])(
    'keeps %s a text, which a spreadsheet would turn into something else',
    (text) => {
      expect(written(table([[text, 1]]))).toContain(`\r\n'${text},1\r\n`);
      expect(csv(table([[text, 1]]))).toContain(`\n${text},1\n`);
    },
  );

  it.each(['Marching', 'group 1', '2 of 10', 'Mayfair', 'E10', 'décembre', '123'])(
    'leaves %s alone',
    (text) => {
      expect(written(table([[text, 1]]))).toContain(`\r\n${text},1\r\n`);
    },
  );

  it('leaves dates and times that are meant as such alone', () => {
    const columns = [
      { key: 'd', title: 'Date', kind: 'date' as const },
      { key: 't', title: 'Time', kind: 'time' as const },
    ];
    expect(written({ columns, rows: () => [['2027-03-02', '09:30']] })).toContain('\r\n2027-03-02,09:30\r\n');
  });

  it('shortens what no cell of Excel holds, and says by how much', () => {
    const [, [cell]] = read(written(table([['x'.repeat(40_000), 1]])).slice(1)) as [string[], string[]];
    expect(cell!.length).toBeLessThanOrEqual(32_767);
    const [, rest] = /… \((\d+) more characters\)$/.exec(cell!)!;
    expect(cell!.indexOf('…') + Number(rest)).toBe(40_000);
  });
});
