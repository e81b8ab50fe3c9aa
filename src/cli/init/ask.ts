/** The interview of `init`. Only for a terminal: see the command. */
import inquirer from 'inquirer';
import type { AnswerPath, Answers } from './answers.ts';
import { faultIn, problemOf } from './check.ts';
import { departmentsOf } from './defaults.ts';
import { journeyPacks } from './packs.ts';
import { type Question, questionsOf } from './questions.ts';

/** One question to the terminal, one answer. */
async function put<T>(type: string, message: string, rest: object): Promise<T> {
  const { answer } = await inquirer.prompt([{ type, name: 'answer', message, ...rest } as never]);
  return answer as T;
}

/** Asks for everything; each answer is tried when it is given, and all can be corrected before anything is written. */
export async function ask(defaults: Answers): Promise<Answers> {
  let answers = defaults;
  // What a question is about may follow from an answer before it: the list is made anew each time.
  for (let i = 0; i < questionsOf(answers).length; i++) {
    const question = questionsOf(answers)[i]!;
    if (!question.onlyToCorrect) answers = await answered(question, answers);
  }
  return corrected(answers);
}

/** Until everything is right: what no longer means anything is asked again, and so is whatever is chosen. */
async function corrected(answers: Answers): Promise<Answers> {
  const questions = questionsOf(answers);
  const problem = await problemOf(answers);
  const broken = problem && questions.find(({ path }) => problem.at && path.join() === problem.at.join());
  if (broken) return corrected(await answered(broken, answers, `${problem.message}. `));
  const right = await put<number>(
    'select',
    problem ? `${problem.message}: what is to be changed?` : 'Is that right?',
    {
      pageSize: 12,
      choices: [
        ...(problem ? [] : [{ value: -1, name: 'Yes: write it' }]),
        ...questions.map(({ label, shown }, value) => ({
          value,
          name: `${label}: ${brief(shown(answers))}`,
        })),
      ],
    },
  );
  return right === -1 ? answers : corrected(await answered(questions[right]!, answers));
}

async function answered(question: Question, answers: Answers, before = ''): Promise<Answers> {
  const { path, message, hint } = question;
  const text = `${before}${message}${hint ? ` (${hint})` : ''}`;
  if (path[0] === 'journey') {
    const choices = [...journeyPacks().values()].map(({ id, title }) => ({ value: id, name: title }));
    const journey = await put<string>('select', text, { choices, default: answers.journey, pageSize: 12 });
    const mantra = answers.mantra === '' ? journeyPacks().get(journey)!.mantra : answers.mantra;
    return { ...answers, journey, mantra };
  }
  if (question.choices) {
    const checked = question.checked?.(answers) ?? [];
    const choices = question
      .choices(answers)
      .map(({ id, name }) => ({ value: name, name, checked: checked.includes(id) }));
    const chosen = await put<string[]>('checkbox', text, { choices, pageSize: 15 });
    return withAnswer(answers, path, chosen.join(', ') || 'none');
  }
  const given = await put<string | number>('input', text, {
    default: question.usual(answers) || undefined,
    validate: async (typed: string) => (await faultIn(path, withAnswer(answers, path, typed))) ?? true,
  });
  return withAnswer(answers, path, String(given));
}

function brief(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text || '–';
}

/** The answers with one put in. */
function withAnswer(answers: Answers, [key, i, part]: AnswerPath, text: string): Answers {
  if (key === 'departments') {
    if (i === undefined) return { ...answers, departments: departmentsOf(text, answers.departments) };
    return {
      ...answers,
      departments: answers.departments.map((one, n) => (n === i ? { ...one, [part!]: text } : one)),
    };
  }
  return { ...answers, [key]: key === 'year' ? Number(text) : text };
}
