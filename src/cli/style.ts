/** Colours where a terminal shows them; none in pipes, with NO_COLOR or on a dumb terminal. */
import { type Painter, PLAIN } from '../diagnostics/painter.ts';
import type { Host } from './host.ts';

/** Paint for a stream: 1 is stdout, 2 is stderr. FORCE_COLOR asks for colours without a terminal. */
export async function paintFor(host: Host, stream: 1 | 2): Promise<Painter> {
  if (!(await hasColours(host, stream))) return PLAIN;
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}

async function hasColours({ env, terminal }: Host, stream: 1 | 2): Promise<boolean> {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return env.TERM !== 'dumb' && (await terminal(stream));
}
