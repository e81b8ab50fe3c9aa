/** Whether an answer means something, and whether `validate` would take what is made of it. */
import { loadSources } from '../../workspace/load.ts';
import { type AnswerPath, AnswerProblem, type Answers, samePath } from './answers.ts';
import { departmentOf } from './defaults.ts';
import { firmOf } from './firm.ts';
import { makeWorkspace } from './make.ts';

/** What is wrong with these answers, the first of it; undefined when they make a workspace. */
export async function problemOf(answers: Answers): Promise<{ at?: AnswerPath; message: string } | undefined> {
  try {
    const files = makeWorkspace(await firmOf(answers));
    const message = await refusal(files);
    return message === undefined ? undefined : { message };
  } catch (error) {
    if (!(error instanceof AnswerProblem)) throw error;
    return { at: error.at, message: error.message };
  }
}

/** What `validate` would say first; undefined when it would be silent. */
export async function refusal(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<string | undefined> {
  const { diagnostics } = await loadSources(new Map(files.map(({ path, text }) => [path, text])));
  const wrong = diagnostics.find(({ severity }) => severity === 'error');
  if (!wrong) return undefined;
  return wrong.fix === undefined ? wrong.message : `${wrong.message} (${wrong.fix})`;
}

/** What is wrong with one answer, whatever is still to come: what other answers lack is theirs. */
export async function faultIn(path: AnswerPath, answers: Answers): Promise<string | undefined> {
  const problem = await problemOf(answers);
  return problem && (!problem.at || samePath(problem.at, path)) ? problem.message : undefined;
}

/**
 * Everything that is wrong, answer by answer: each is tried alone on what stands before it.
 *
 * @param defaults what stands in the place of an answer that means nothing
 */
export async function faultsIn(
  answers: Answers,
  defaults: Answers,
): Promise<{ at: AnswerPath; message: string }[]> {
  if (!(await problemOf(answers))) return [];
  const faults: { at: AnswerPath; message: string }[] = [];
  let sound = defaults;
  for (const [path, put] of steps(answers)) {
    const tried = put(sound);
    const message = await faultIn(path, tried);
    if (message === undefined) sound = tried;
    else if (!isEcho(path, faults)) faults.push({ at: path, message });
  }
  return faults;
}

/** Jobs and places that are looked for in an answer which is wrong itself. */
function isEcho([key]: AnswerPath, faults: readonly { readonly at: AnswerPath }[]): boolean {
  const wrong = (part: string) => faults.some(({ at }) => at[0] === part || at[2] === part);
  const ofJobs = key === 'customers' || key === 'leaders' || key === 'joiners';
  return (ofJobs && wrong('people')) || ((key === 'rooms' || key === 'departments') && wrong('sites'));
}

type Step = [AnswerPath, (sound: Answers) => Answers];

/** In the order of the questions: places before who works there, jobs before who of them leads. */
function steps(answers: Answers): Step[] {
  const { departments, customers, leaders, joiners, trainers, rooms, themes, ...first } = answers;
  const single = (given: Partial<Answers>): Step[] =>
    Object.entries(given).map(([key, value]) => [[key as 'name'], (sound) => ({ ...sound, [key]: value })]);
  const named: Step = [
    ['departments'],
    (sound) => ({ ...sound, departments: departments.map(({ name }) => departmentOf(name)) }),
  ];
  const described = departments.flatMap((department, i) =>
    (['people', 'shifts'] as const).map(
      (part): Step => [
        ['departments', i, part],
        (sound) => ({
          ...sound,
          departments: sound.departments.map((one, n) =>
            n === i ? { ...one, [part]: department[part] } : one,
          ),
        }),
      ],
    ),
  );
  return [
    ...single(first),
    named,
    ...described,
    ...single({ customers, leaders, joiners, trainers, rooms, themes }),
  ];
}
