/** What a future colleague hears about customers before the first day: interview and job description. */
import type { Department, Module, Role } from '../../model/model.ts';
import type { Context } from '../context.ts';
import type { Block } from '../types.ts';
import { minutesWords, sentence } from '../words.ts';

/** One list a role: what the interview says, its script, and the clause of the job description. */
export function hiringBlocks(context: Context, department: Department): Block[] {
  const roles = department.roles.flatMap((id) => context.model.roles.get(id) ?? []);
  return [
    { kind: 'heading', level: 2, text: 'Hiring' },
    ...roles.flatMap((role): Block[] => [
      { kind: 'heading', level: 3, text: role.name },
      { kind: 'list', items: roleItems(context, role) },
    ]),
  ];
}

function roleItems(context: Context, role: Role): string[] {
  const { interview, jobDescription } = role.hiring;
  const scripts = [...context.model.modules.values()].filter(
    (module) => module.format === 'interview' && meansRole(context, module, role.id),
  );
  return [
    `In the interview: ${interview === undefined ? 'no expectation is written down yet.' : sentence(interview)}`,
    ...scripts.map((module) => `Interview script: ${scriptWords(module)}`),
    `In the job description: ${jobDescription === undefined ? 'no word about customers yet.' : sentence(jobDescription)}`,
    ...(role.impact === undefined ? [] : [`How this job reaches a customer: ${sentence(role.impact)}`]),
  ];
}

function scriptWords({ name, minutes, outcome }: Module): string {
  const head = `${name}, ${minutesWords(minutes)}`;
  return outcome === undefined ? `${head}.` : `${head}: ${sentence(outcome)}`;
}

function meansRole({ model }: Context, { audience }: Module, role: string): boolean {
  for (const id of audience.posts) if (model.posts.get(id)?.role === role) return true;
  return false;
}
