/** `cxplan editor`: the schema that completes and explains while one types, and tasks that show mistakes in VS Code. */
import { join } from 'node:path';
import { putFiles } from '../../output/create.ts';
import { schemaForEditors } from '../../workspace/files/brought-along.ts';
import { settingsJson, tasksJson } from '../editor/vscode.ts';
import { shown, workspaceFolder } from '../folders.ts';
import type { Host } from '../host.ts';

/** 0. The schema is ours and always renewed; what somebody has written into `.vscode` stays. */
export async function editor(
  target: string | undefined,
  { quiet }: { readonly quiet?: boolean },
  host: Host,
): Promise<number> {
  const root = workspaceFolder(target, host);
  putFiles(root, [{ path: '.cxplan/workspace.schema.json', text: schemaForEditors() }]);
  const kept = putFiles(
    root,
    [
      { path: '.vscode/settings.json', text: settingsJson() },
      { path: '.vscode/tasks.json', text: tasksJson() },
    ],
    { keep: true },
  );
  if (quiet) return 0;
  const here = (path: string) => shown(join(root, path), host);
  host.out(
    `Wrote ${here('.cxplan/workspace.schema.json')}: completion and hover in every editor with a YAML language server.\n`,
  );
  for (const path of kept) host.out(`Left ${here(path)} as it was; docs/editor.md has the lines.\n`);
  if (kept.length < 2)
    host.out('In VS Code: Terminal, Run Build Task (Ctrl+Shift+B) lists mistakes under Problems.\n');
  return 0;
}
