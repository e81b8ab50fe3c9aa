/** A pseudo-terminal with the built program in it, for what is asked of people. */
import { spawn } from '@lydell/node-pty';
import { PROGRAM } from './program.ts';

export interface Session {
  /** Waits until the newest question has this in it, then types; gives how many questions there have been. */
  readonly answer: (question: RegExp, keys: string) => Promise<void>;
  /** Everything that was shown, without colours and movements. */
  readonly shown: () => string;
  /** Exit code, when it has ended. */
  readonly ended: Promise<number>;
}

const ENTER = '\r';
/** What terminals obey and people do not see. */
const CODES = /\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]/g;

export function terminal(args: readonly string[], cwd: string): Session {
  const { NODE_EXTRA_CA_CERTS: _, NO_COLOR: __, ...env } = process.env;
  const pty = spawn(process.execPath, [PROGRAM, ...args], {
    cols: 200,
    rows: 60,
    cwd,
    env: { ...env, TZ: 'UTC' },
  });
  let all = '';
  let since = 0;
  let waiting: (() => void) | undefined;
  pty.onData((data) => {
    all += data.replace(CODES, '');
    waiting?.();
  });
  const ended = new Promise<number>((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode)));
  return {
    async answer(question, keys) {
      while (!question.test(all.slice(since))) {
        const more = new Promise<void>((resolve) => {
          waiting = resolve;
        });
        const code = await Promise.race([more, ended]);
        if (code !== undefined) throw new Error(`it ended with ${code} and did not ask ${question}:\n${all}`);
      }
      since = all.length;
      pty.write(keys + ENTER);
    },
    shown: () => all,
    ended,
  };
}
