/** Values that several places share, by anchor and alias: a change meant for one of them would change all. */
import { isAlias, isCollection, isScalar, type Node, visit } from 'yaml';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { EditError } from '../edit/text-edit.ts';

/** @throws EditError, with its place, when a node on the way to a change is an alias, or one stands for it */
export function mustBeAlone(root: Node | null, node: Node | null, pointer: Pointer): void {
  const place = pointer.join('.');
  if (isAlias(node)) {
    const { source } = node;
    throw new EditError(
      `${place} is *${source}, what stands at &${source}: write it out here`,
      node.range![0],
    );
  }
  if (!isScalar(node) && !isCollection(node)) return;
  if (node.anchor === undefined || !sharedNodes(root).has(node)) return;
  const what = `${place} is &${node.anchor}, and stands wherever *${node.anchor} does`;
  throw new EditError(`${what}: change it for all of them, or write it out there`, node.range![0]);
}

/** What some alias stands for. A name may be given again; an alias means the last one above it. */
function sharedNodes(root: Node | null): Set<Node> {
  const named = new Map<string, Node>();
  const shared = new Set<Node>();
  visit(root, {
    Node: (_, node) => {
      const target = isAlias(node) ? named.get(node.source) : undefined;
      if (target) shared.add(target);
      else if (!isAlias(node) && node.anchor) named.set(node.anchor, node);
    },
  });
  return shared;
}
