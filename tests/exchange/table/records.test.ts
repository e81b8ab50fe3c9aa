/** Records beside an independent parser, whatever the pieces are. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Records } from '../../../src/exchange/table/records.ts';
import { TableProblem } from '../../../src/exchange/table/types.ts';

function read(text: string, separator = ',', piece = text.length, wanted?: readonly number[]) {
  const found: { cells: string[]; line: number }[] = [];
  const reader = new Records(
    't.csv',
    separator,
    (cells, line) => found.push({ cells: [...cells], line }),
    wanted,
  );
  for (let at = 0; at < text.length; at += Math.max(1, piece))
    reader.push(text.slice(at, at + Math.max(1, piece)));
  reader.end();
  return found;
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '\t', '1', '|'),
  maxLength: 6,
});

describe('records', () => {
  it('are those of csv-parse, in pieces of any length, with lines', () => {
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.nat(9),
        (rows, separator, end, piece) => {
          const quoted = (text: string) =>
            /["\n\r]|^ | $/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = rows.map((row) => row.map(quoted).join(separator)).join(end);
          const expected = (
            parse(text, { delimiter: separator, relax_column_count: true, info: true }) as unknown as {
              record: string[];
            }[]
          )
            .map(({ record }) => record.map((one) => one.trim()))
            .filter((record) => record.some((one) => one !== ''));
          const got = read(text, separator, piece || text.length).map(({ cells }) => cells);
          expect(got.filter((record) => record.some((one) => one !== ''))).toEqual(expected);
        },
      ),
    );
  });

  it('know the line on which they begin', () => {
    const text = 'a,b\n"one\ntwo",x\n\n,,\nlast,y';
    for (const piece of [1, 2, 5, text.length]) {
      expect(read(text, ',', piece).map(({ line }) => line)).toEqual([1, 2, 6]);
    }
  });

  it('make only the wanted cells', () => {
    expect(read('a,b,c,d\n1,2,3,4\n5', ',', 3, [3, 1])).toEqual([
      { cells: ['d', 'b'], line: 1 },
      { cells: ['4', '2'], line: 2 },
      { cells: ['', ''], line: 3 },
    ]);
  });

  it('take a quote inside a cell as it stands', () => {
    expect(read('a 5" pipe,b')[0]!.cells).toEqual(['a 5" pipe', 'b']);
  });

  it.each([
    ['a quote that is never closed', 'a,b\n1,"two\nthree', 2],
    ['a cell that goes on after its quote', 'a,b\n1,2\n"x" y,3\n', 3],
    ['a cell that never ends', `a,b\n1,${'x'.repeat(40_000)}\n`, 2],
  ])('refuse %s', (_what, text, line) => {
    let problem: unknown;
    try {
      read(text);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(TableProblem);
    expect((problem as TableProblem).diagnostic.at).toMatchObject({ file: 't.csv', line });
  });
});
