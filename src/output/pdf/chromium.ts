/**
 * A Chromium on this machine, spoken to through a pipe: pages that we have written become PDFs. It is started for one
 * run, has a profile of its own, finds no host, and is gone afterwards.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { OutputError } from '../disk.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
/** Where it stands without being on the path. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The first that is on the path, or where it usually stands. */
export function chromiumOn(path: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const all = path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.flatMap((name) => endings.map((end) => join(folder, name + end))));
  return [...all, ...PLACES].find((file) => existsSync(file));
}

/** Milliseconds after which a browser that says nothing is given up. */
const PATIENCE = 60_000;

interface Answer {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

export class Chromium {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Answer>();
  private readonly listeners = new Map<string, () => void>();
  private count = 0;
  private text = '';

  /** @param file the program @param profile an empty folder */
  constructor(file: string, profile: string) {
    const isRoot = process.getuid?.() === 0;
    this.child = spawn(
      file,
      [
        '--headless',
        '--remote-debugging-pipe',
        `--user-data-dir=${profile}`,
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        // It refuses to run as root otherwise, as in a container; what it opens are files that we have just written.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    this.child.on('error', () => this.giveUp(`${file} cannot be started`));
    this.child.on('exit', () => this.giveUp(`${file} ended before its time`));
    (this.child.stdio[3] as Writable).on('error', () => {});
    (this.child.stdio[4] as Readable).setEncoding('utf8').on('data', (piece: string) => this.hear(piece));
  }

  /** @throws OutputError when it does not answer */
  ask<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.count;
    return new Promise<Result>((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp('Chromium does not answer'), PATIENCE);
      const done = (): void => clearTimeout(timer);
      this.waiting.set(id, {
        resolve: (result) => {
          done();
          resolve(result);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      (this.child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Resolves when the page of a session says so the next time. */
  once(method: string, sessionId: string): Promise<void> {
    return new Promise((resolve) => this.listeners.set(`${sessionId} ${method}`, resolve));
  }

  async close(): Promise<void> {
    this.child.removeAllListeners('exit');
    if (this.child.exitCode !== null || this.child.pid === undefined) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }

  private hear(piece: string): void {
    const parts = (this.text + piece).split('\0');
    this.text = parts.pop()!;
    for (const part of parts) {
      const { id, result, error, method, sessionId } = JSON.parse(part);
      if (id === undefined) {
        const key = `${sessionId} ${method}`;
        this.listeners.get(key)?.();
        this.listeners.delete(key);
        continue;
      }
      const answer = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) answer?.reject(new OutputError(`Chromium: ${error.message}`));
      else answer?.resolve(result as never);
    }
  }

  private giveUp(message: string): void {
    for (const { reject } of this.waiting.values()) reject(new OutputError(`${message}: no PDF was made`));
    this.waiting.clear();
  }
}
