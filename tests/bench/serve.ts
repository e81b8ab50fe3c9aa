/**
 * `cxplan serve` beside a bare `node:http` handler that answers with the same bytes: requests a second, processor time of the
 * server a request, and memory after many of them. In turns, as machines have moods.
 */
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { median } from './measure.ts';

export interface Served {
  readonly what: string;
  readonly bytes: number;
  readonly requests: number;
  /** Of ours to the bare one's: requests a second; the same by processor time of the server alone. */
  readonly 'rate ÷ bare': number;
  readonly 'by processor': number;
  /** MiB in use from the tenth part of all requests to the last. */
  readonly 'MiB more': number | undefined;
}

const CONNECTIONS = 8;
const TURNS = 4;

/** The bare one: the file that it is given, and nothing else. */
const BARE = `const { createServer } = require('node:http');
const body = require('node:fs').readFileSync(process.argv[1]);
const headers = { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Length': body.length };
createServer((request, response) => response.writeHead(200, headers).end(body)).listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port + '/'); });`;

/** @param folder a workspace with a plan @param feed `departments/finance.ics` @param requests in all, of ours */
export async function served(cli: string, folder: string, feed: string, requests: number): Promise<Served[]> {
  const file = join(folder, 'plan/feeds', feed);
  const bare = await started(['-e', BARE, file]);
  const ours = await started([cli, 'serve', folder, '--port', '0']);
  const path = `/feeds/${feed}`;
  const etag = await etagOf(ours, path);
  try {
    return [
      await compared(`200 ${path}`, ours, bare, path, [], requests, statSync(file).size),
      await compared(`304 ${path}`, ours, bare, path, [`If-None-Match: ${etag}`], requests / 10, 0),
    ];
  } finally {
    ours.stop();
    bare.stop();
  }
}

interface Running {
  readonly port: number;
  readonly pid: number;
  readonly stop: () => void;
}

function started(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done, failed) => {
    child.on('exit', (code) => failed(new Error(`${args[0]} ended with ${code}`)));
    child.stdout.on('data', (text) => {
      const [, port] = /127\.0\.0\.1:(\d+)/.exec(String(text)) ?? [];
      if (port !== undefined) done({ port: Number(port), pid: child.pid!, stop: () => child.kill() });
    });
  });
}

async function etagOf({ port }: Running, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'HEAD' });
  return response.headers.get('etag') ?? '';
}

async function compared(
  what: string,
  ours: Running,
  bare: Running,
  path: string,
  headers: readonly string[],
  requests: number,
  bytes: number,
): Promise<Served> {
  const each = Math.ceil(requests / TURNS / CONNECTIONS) * CONNECTIONS;
  const [rates, processors, memory] = [[] as number[], [] as number[], [] as number[]];
  const turn = async (server: Running) => {
    const [cpu, begin] = [processorOf(server), performance.now()];
    await ask(server, path, headers, each);
    return { rate: each / (performance.now() - begin), cpu: processorOf(server) - cpu };
  };
  await ask(ours, path, headers, Math.ceil(each / 4));
  await ask(bare, path, headers, Math.ceil(each / 4));
  for (let i = 0; i < TURNS; i++) {
    memory.push(memoryOf(ours));
    const [first, second] = i % 2 === 0 ? [ours, bare] : [bare, ours];
    const [one, two] = [await turn(first), await turn(second)];
    const [our, its] = first === ours ? [one, two] : [two, one];
    rates.push(our.rate / its.rate);
    processors.push(its.cpu / our.cpu);
  }
  memory.push(memoryOf(ours));
  return {
    what,
    bytes,
    requests: each * TURNS,
    'rate ÷ bare': median(rates),
    'by processor': median(processors),
    'MiB more': memory.at(-1)! - memory[0]!,
  };
}

/** So many requests over a few connections that stay open, each answered before the next is sent. */
async function ask(
  { port }: Running,
  path: string,
  headers: readonly string[],
  requests: number,
): Promise<void> {
  const head = Buffer.from(
    `${[`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers].join('\r\n')}\r\n\r\n`,
  );
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => oneAfterAnother(port, head, requests / CONNECTIONS)),
  );
}

function oneAfterAnother(port: number, head: Buffer, requests: number): Promise<void> {
  return new Promise((done, failed) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(head));
    let [left, missing, begun] = [Math.ceil(requests), 0, ''];
    socket.setNoDelay(true).on('error', failed);
    socket.on('data', (chunk) => {
      let rest = chunk.length;
      if (missing === 0) {
        begun += chunk.toString('latin1');
        const end = begun.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(begun.slice(0, end + 2))?.[1] ?? 0);
        missing = begun.startsWith('HTTP/1.1 304') ? 0 : length;
        rest = begun.length - end - 4;
        begun = '';
      }
      missing -= rest;
      if (missing > 0) return;
      left -= 1;
      if (left > 0) socket.write(head);
      else {
        socket.destroy();
        done();
      }
    });
  });
}

/** Seconds of processor time, where the system tells (Linux). */
function processorOf({ pid }: Running): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function memoryOf({ pid }: Running): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
