/** Tables in which every row is wrong: nothing of it is lost, little of it is held, and each place is right. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { Alike, TOLD_ONE_BY_ONE } from '../../src/workspace/alike.ts';
import { type BadCsv, Records } from '../../src/workspace/files/csv/records.ts';
import { diagnosticsOf, minimal } from '../fixtures.ts';

const MANY = 130_000;
const wrong = (line: number): Diagnostic => ({
  code: 'bad',
  severity: 'error',
  message: `line ${line}`,
  at: { file: 'a.csv', line, column: 1 },
});

function tellAll(count: number): Diagnostic[] {
  const alike = new Alike();
  for (let line = 1; line <= count; line++) alike.tell('bad', () => wrong(line));
  return alike.told();
}

describe('what is alike', () => {
  it('is told one by one up to a thousand and one, and then in one, with its number', () => {
    expect(tellAll(TOLD_ONE_BY_ONE + 1).map(({ times }) => times)).toEqual(
      Array(TOLD_ONE_BY_ONE + 1).fill(undefined),
    );
    const told = tellAll(TOLD_ONE_BY_ONE + 7);
    expect(told).toHaveLength(TOLD_ONE_BY_ONE + 1);
    expect(told.at(-1)).toEqual({
      ...wrong(TOLD_ONE_BY_ONE + 1),
      message: `line ${TOLD_ONE_BY_ONE + 1}; and so on, 7 times from here`,
      times: 7,
    });
  });

  it('fails by errors, not by warnings', () => {
    const alike = new Alike();
    alike.tell('odd', () => wrong(1), 'warn');
    expect([alike.failed, alike.told()[0]!.severity]).toEqual([false, 'warn']);
    alike.tell('bad', () => wrong(2));
    expect(alike.failed).toBe(true);
  });
});

describe('a roster of which each row is wrong', () => {
  const roster = (head: string, row: (i: number) => string): Promise<readonly Diagnostic[]> =>
    diagnosticsOf({
      'cxplan.yaml': minimal({ programme: { people: 'p.csv' } }),
      'p.csv': `${head}\n${Array.from({ length: MANY }, (_, i) => row(i)).join('\n')}\n`,
    });
  const counted = (found: readonly Diagnostic[], code: string): number =>
    found.reduce((sum, one) => sum + (one.code === code ? (one.times ?? 1) : 0), 0);

  it.each([
    ['bad-date', 'id,role,joined', (i: number) => `${i},colleague,2027-13-${i}`, MANY],
    ['unknown-reference', 'id,role', (i: number) => `${i},job-${i}`, MANY],
    ['unknown-reference', 'id,role,site', (i: number) => `${i},colleague,place-${i % 3}`, 3],
    ['duplicate-id', 'id,role', (i: number) => `${i % 10},colleague`, MANY - 10],
    ['csv-row-length', 'id,role', (i: number) => `${i},colleague,${i}`, MANY],
    ['csv-missing-column', 'nr,role', (i: number) => `${i},colleague`, 1],
  ])('%s of %s: all counted, few held', async (code, head, row, count) => {
    const found = await roster(head, row);
    expect(counted(found, code)).toBe(count);
    expect(found.length).toBeLessThan(2 * TOLD_ONE_BY_ONE + 10);
  });
});

describe('records of a long file', () => {
  /** Some 400 kB with quotes, breaks and marks in cells at every place, so that pieces end anywhere. */
  const lines = Array.from({ length: 9000 }, (_, i) =>
    i % 7 === 0 ? `${i},"a ""b"", c\nd${'e'.repeat(i % 90)}",ü` : `${i},${'x'.repeat(i % 80)},"",`,
  );
  const text = `${lines.join('\n')}\n`;

  it('are those of the whole, each on its line', async () => {
    const read = [...(await Records.of('a.csv', Buffer.from(text)))];
    expect(read.map(({ cells }) => cells)).toEqual(parse(text, { relax_column_count: true }));
    const written = text.split('\n');
    for (const { cells, line, places } of read) {
      expect(written[line - 1]!.startsWith(`${cells[0]},`)).toBe(true);
      const second = places.of(line, 2);
      const from = written[second.line - 1]!.slice(second.column - 1);
      expect(from.startsWith(cells[2] === '' ? '""' : cells[2]!)).toBe(true);
    }
  });

  it.each([
    ['a quote that is never closed', `${text}9000,"open\nx`, 10_287],
    ['a quote inside a cell', `${text}9000,a"b`, 10_287],
    ['a cell that does not end', `${text}${'x'.repeat(200_000)}`, 10_287],
    ['a control character', `${text}9000,\u0007`, 10_287],
  ])('%s is named with its line, however far down', async (_, bad, line) => {
    const records = await Records.of('a.csv', Buffer.from(bad));
    let told: Diagnostic | undefined;
    try {
      for (const _record of records);
    } catch (error) {
      told = (error as BadCsv).diagnostic;
    }
    expect(told?.at?.line).toBe(line);
  });
});
