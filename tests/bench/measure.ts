/** Whole processes measured from outside: seconds of clock and of processor, and the peak of memory (Linux). */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** Of all threads; undefined where the system does not tell. */
  readonly processorSeconds: number | undefined;
  readonly peakMiB: number | undefined;
  readonly code: number | null;
  readonly output: string;
}

/** Hundredths of a second: what Linux counts processor time in. */
const TICKS = 100;
const POLL_MS = 5;

/** Runs a program to its end. */
export function measured(program: string, args: readonly string[]): Promise<Measured> {
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let peakMiB: number | undefined;
    let processorSeconds: number | undefined;
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const timer = setInterval(() => {
      peakMiB = peakOf(child.pid) ?? peakMiB;
      processorSeconds = processorOf(child.pid) ?? processorSeconds;
    }, POLL_MS);
    child.on('error', reject);
    child.on('exit', () => clearInterval(timer));
    child.on('close', (code) => {
      resolve({ seconds: (performance.now() - begin) / 1000, processorSeconds, peakMiB, code, output });
    });
  });
}

function peakOf(pid: number | undefined): number | undefined {
  const kib = /VmHWM:\s+(\d+)/.exec(proc(pid, 'status'))?.[1];
  return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
}

function processorOf(pid: number | undefined): number | undefined {
  const fields = proc(pid, 'stat').split(') ')[1]?.split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS : undefined;
}

function proc(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The exponent e of `cost ~ size^e`: the slope of the least-squares line through the logarithms. */
export function growth(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => [Math.log(size), Math.log(cost)] as const);
  const mean = (pick: 0 | 1) => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** Figures of any size in four digits. */
export function shown(value: number | string | boolean | undefined): string {
  if (value === undefined) return '–';
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** Rows as a table of text. */
export function tableText(
  rows: readonly Readonly<Record<string, number | string | boolean | undefined>>[],
): string {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [keys, ...rows.map((row) => keys.map((key) => shown(row[key])))];
  const widths = keys.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  const lines = cells.map((line) => line.map((cell, i) => cell.padStart(widths[i]!)).join('  '));
  return `${lines[0]}\n${widths.map((width) => '-'.repeat(width)).join('  ')}\n${lines.slice(1).join('\n')}\n`;
}
