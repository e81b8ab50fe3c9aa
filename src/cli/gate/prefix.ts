/** Where a workspace is within its repository: pipelines name files from the top of it. */
import { isAbsolute, relative, sep } from 'node:path';
import type { Host } from '../host.ts';

/** `''` or `training/`: from the pipeline's checkout, else from the folder one stands in. */
export function prefixOf(root: string, { env, cwd }: Host): string {
  for (const top of [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR, cwd]) {
    if (!top) continue;
    const path = relative(top, root);
    if (path === '') return '';
    if (!path.startsWith('..') && !isAbsolute(path)) return `${path.split(sep).join('/')}/`;
  }
  return `${root.split(sep).join('/')}/`;
}
