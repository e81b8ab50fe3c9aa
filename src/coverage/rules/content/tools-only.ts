/** A1: learning to use the tool is not learning about the customer. */
import { addresses } from '../../context.ts';
import { bringIn } from '../../patches/bring-in.ts';
import type { Rule } from '../../rule.ts';
import { count, list } from '../../words.ts';

export const rule: Rule = {
  id: 'tools-only',
  heading: 'content',
  severity: 'error',
  sentence: 'All modules of a department or role are about a tool or process.',
  why: 'An executive was proud of his customer-experience training, writes Walters (A1); his employees were being shown how to enter data into the CRM. Tool training may serve the strategy, but it is not the experience, and where it is all there is, the job looks like a task.',
  fix: 'Add a module on the customer for them: the theme of the month, or their own touchpoint.',
  articles: ['A1'],
  implies: ['tools-only', 'no-training', 'no-role-module', 'theme-gap'],
  examples: {
    fires:
      'roles:\n' +
      '  stock-keeper: { department: office, heads: 2, impact: What is on the shelf is what people can take home. }\n' +
      'audiences:\n' +
      '  # whom the modules of the year address\n' +
      '  all: { except: { roles: [stock-keeper] } }\n' +
      'modules:\n' +
      '  till-update: { audience: everyone, kind: tool }\n',
    silent:
      'roles:\n' +
      '  stock-keeper: { department: office, heads: 2, impact: What is on the shelf is what people can take home. }\n' +
      'audiences:\n' +
      '  all: everyone\n' +
      'modules:\n' +
      '  till-update: { audience: everyone, kind: tool }\n',
  },
  *check({ departments, roles, yearly, postsOfDepartment, postsOfRole }) {
    const all = [
      ...departments.map(({ id, name }) => ({
        name,
        subject: { department: id },
        posts: postsOfDepartment(id),
        pointer: ['departments', id],
      })),
      ...roles.map(({ id, name, department }) => ({
        name,
        subject: { department, role: id },
        posts: postsOfRole(id),
        pointer: ['roles', id],
      })),
    ];
    for (const { name, subject, posts, pointer } of all) {
      const own = yearly.filter((module) => addresses(module, posts));
      if (own.length === 0 || own.some(({ kind }) => kind !== 'tool' && kind !== 'process')) continue;
      yield {
        subject,
        message: `${name} gets ${count(own.length, 'module')}, all on tools or process: ${list(own.map((m) => `“${m.name}”`))}.`,
        pointer,
      };
    }
  },

  *patches(context, { subject }) {
    yield* bringIn(context, subject);
  },
};
