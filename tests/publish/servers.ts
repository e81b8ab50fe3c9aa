/** Servers of calendars, of others, on this machine: started when a test wants one, in a folder of its own, and gone with it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { scratch } from '../output/scratch.ts';

export const USER = 'ana';
export const PASSWORD = 'se cret';
export const AUTHORIZATION = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;

export interface CalendarServer {
  /** Under which its calendars are: `http://127.0.0.1:5232/ana/`. */
  readonly home: string;
  /** The same on the disk, a folder for each calendar. */
  readonly folder: string;
}

export async function radicale(): Promise<CalendarServer> {
  const root = scratch();
  writeFileSync(join(root, 'users'), `${USER}:${PASSWORD}\n`);
  const args = (port: number) => {
    const path = join(root, 'conf');
    writeFileSync(
      path,
      `[server]\nhosts = 127.0.0.1:${port}\ntimeout = 0\n[auth]\ntype = htpasswd\nhtpasswd_filename = ${root}/users\nhtpasswd_encryption = plain\n[storage]\nfilesystem_folder = ${root}/data\n[logging]\nlevel = critical\n`,
    );
    return ['--config', path];
  };
  return launched('radicale', args, `/${USER}/`, join(root, 'data/collection-root', USER));
}

/** Another maker's, which keeps a calendar as files in git. */
export async function xandikos(): Promise<CalendarServer> {
  const data = join(scratch(), 'data');
  mkdirSync(data);
  const args = (port: number) => [
    '-d',
    data,
    '--defaults',
    '--autocreate',
    '-l',
    '127.0.0.1',
    '-p',
    String(port),
  ];
  return launched('xandikos', args, '/user/calendars/', join(data, 'user/calendars'));
}

/** Makes an empty calendar; its address. */
export async function calendarOn({ home }: CalendarServer, name: string): Promise<string> {
  const url = `${home}${name}/`;
  const { status } = await made(url);
  if (status !== 201) throw new Error(`${url} could not be made: ${status}`);
  return url;
}

const made = (url: string) => fetch(url, { method: 'MKCALENDAR', headers: { Authorization: AUTHORIZATION } });

const PORTS_TRIED = 20;

/**
 * Waits for a server, however long it takes to start. Between asking for a free port and taking it somebody else may be
 * quicker: then it ends, or another answers in its place, and it is started on the next.
 *
 * @param path of its calendars in an address
 * @param folder of its calendars on the disk: what it makes is seen there, and so it is ours that answers
 */
async function launched(
  program: string,
  args: (port: number) => string[],
  path: string,
  folder: string,
): Promise<CalendarServer> {
  for (let tried = 0; tried < PORTS_TRIED; tried++) {
    const port = await freePort();
    const child = spawn(program, args(port), { stdio: 'ignore' });
    onTestFinished(() => {
      child.kill();
    });
    let isOver = false;
    child.once('close', () => {
      isOver = true;
    });
    const home = `http://127.0.0.1:${port}${path}`;
    while (!isOver) {
      const answer = await made(`${home}first/`).catch(() => undefined);
      if (answer && existsSync(join(folder, 'first'))) return { home, folder };
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error(`${program} ends as soon as it is started`);
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
