/** A real yaml-language-server, spoken to as editors do: JSON-RPC over its streams. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const SERVER = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

export interface Server {
  readonly open: (path: string, text: string) => void;
  readonly ask: (method: string, path: string, line: number, character: number) => Promise<unknown>;
  readonly stop: () => void;
}

export async function languageServer(root: string): Promise<Server> {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (result: unknown) => void>();
  let rest = Buffer.alloc(0);
  let last = 0;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const hear = ({ id, method, result, params }: Message) => {
    if (method === undefined) return waiting.get(id!)?.(result);
    // What the server asks of an editor: its settings, and leave to hear of changes.
    if (id !== undefined)
      send({ id, result: method === 'workspace/configuration' ? params!.items!.map(() => ({})) : null });
  };
  child.stdout.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (let end = rest.indexOf('\r\n\r\n'); end !== -1; end = rest.indexOf('\r\n\r\n')) {
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, end).toString())![1]);
      if (rest.length < end + 4 + length) return;
      const body = rest.subarray(end + 4, end + 4 + length).toString();
      rest = rest.subarray(end + 4 + length);
      hear(JSON.parse(body));
    }
  });
  const ask = (method: string, params: object) =>
    new Promise<unknown>((resolve) => {
      waiting.set(++last, resolve);
      send({ id: last, method, params });
    });
  const rootUri = pathToFileURL(root).href;
  await ask('initialize', {
    processId: process.pid,
    rootUri,
    capabilities: {},
    workspaceFolders: [{ uri: rootUri, name: 'x' }],
  });
  send({ method: 'initialized', params: {} });
  const uri = (path: string) => pathToFileURL(path).href;
  return {
    open: (path, text) =>
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: uri(path), languageId: 'yaml', version: 1, text } },
      }),
    ask: (method, path, line, character) =>
      ask(`textDocument/${method}`, { textDocument: { uri: uri(path) }, position: { line, character } }),
    stop: () => child.kill(),
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: { readonly items?: readonly unknown[] };
}
