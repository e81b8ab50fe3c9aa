/** A walk told as a story: plain sentences and dates, nothing that the plan does not say. */

import type { Say } from '../../calendar/say.ts';
import { append } from '../../collections/lists.ts';
import type { Context } from '../context.ts';
import { departmentName, pluralRole, shiftName, siteName, themeName } from '../names.ts';
import {
  capital,
  counted,
  datesWords,
  dateWords,
  dayWords,
  listWords,
  minutesWords,
  monthWords,
  PLANNED,
  quoted,
  sentence,
  windowWords,
} from '../words.ts';
import type { Step, StretchData, Walk } from './walk.ts';

/** A heading (undefined for the opening) with lines below it. */
export interface Chapter {
  readonly title: string | undefined;
  readonly lines: readonly string[];
}

/** Opening, before the first day, the months, the answers, what was expected; in this order. */
export function storyOf(context: Context, walk: Walk): Chapter[] {
  return [
    { title: undefined, lines: [opening(context, walk)] },
    { title: 'Before the first day', lines: hiringLines(walk) },
    ...monthChapters(context, walk),
    { title: 'What this year says to Pat', lines: answerLines(context, walk) },
    ...(walk.expectations.length > 0 ? [{ title: 'What was promised', lines: promiseLines(walk) }] : []),
    { title: undefined, lines: [PLANNED] },
  ];
}

function opening(context: Context, walk: Walk): string {
  const { model } = context;
  const role = model.roles.get(walk.role)!;
  const places = [
    role.heads.size > 1 ? siteName(context, walk.site) : '',
    role.shifts.length > 1 ? shiftName(walk.shift) : '',
  ].filter((text) => text !== '');
  const where = [departmentName(context, walk.department), ...places].join(', ');
  const who = walk.heads === 1 ? `the one person` : `one of ${walk.heads} people`;
  const start =
    walk.joined === null
      ? `has been here since before ${dateWords(context.say, walk.from)}`
      : `starts on ${dateWords(context.say, walk.joined)}`;
  return `Call them Pat: ${who} in group ${walk.group} (${pluralRole(walk.name)}, ${where}). Pat ${start}.`;
}

function hiringLines({ hiring, impact, joined }: Walk): string[] {
  const scripts = hiring.scripts.map(({ name, minutes }) => `${quoted(name)} (${minutesWords(minutes)})`);
  const interview = [
    ...(hiring.interview === null ? [] : [quoted(hiring.interview)]),
    ...(scripts.length > 0 ? [`with the script ${listWords(scripts)}`] : []),
  ];
  const who = joined === null ? 'Whoever applies today' : 'Pat';
  return [
    interview.length === 0
      ? `${who} is asked nothing about customers in the interview.`
      : `${who} is asked in the interview: ${sentence(interview.join(', '))}`,
    hiring.jobDescription === null
      ? 'The job description says nothing about customers.'
      : `The job description says: ${quoted(sentence(hiring.jobDescription))}`,
    ...(impact === null ? [] : [`How this job reaches a customer: ${sentence(impact)}`]),
  ];
}

function monthChapters(context: Context, walk: Walk): Chapter[] {
  const last = walk.joined === null ? walk.to : walk.to.slice(0, 7);
  return context.months
    .filter((month) => month >= walk.from.slice(0, 7) && month <= last.slice(0, 7))
    .map((month) => {
      const theme = context.model.themeOfMonth.get(month);
      const name = monthWords(context.say, month, context.yearsShown);
      const steps = walk.steps.filter(({ date }) => date.startsWith(month));
      return {
        title: theme === undefined ? name : `${name}: ${themeName(context, theme)}`,
        lines: steps.length === 0 ? ['Nothing.'] : together(steps).map((some) => stepLine(context, some)),
      };
    });
}

/** Sessions of one module in one month are told once, with their dates. */
function together(steps: readonly Step[]): Step[][] {
  const byName = new Map<string, Step[]>();
  for (const step of steps) {
    append(byName, step.name, step);
  }
  return [...byName.values()];
}

function stepLine({ say }: Context, steps: readonly Step[]): string {
  const [{ name, format, minutes, voice, counts, date, start }] = steps as [Step];
  const clock = steps.every((step) => step.start === start) ? `, ${start}` : '';
  const when =
    steps.length === 1
      ? `${dayWords(say, date)}${clock}`
      : `${datesWords(
          say,
          steps.map((step) => step.date),
        )}${clock}`;
  const heard = voice === '' ? 'no customer in it' : `a customer in it: ${voice}`;
  const counting = counts ? '' : '; does not count';
  return `${when}: ${name} (${format}, ${minutesWords(minutes)}; ${heard}${counting})`;
}

/** What the year says to Pat, in sentences. */
export function answerLines(context: Context, walk: Walk): string[] {
  const { answers, joined, unscheduled } = walk;
  const { say } = context;
  if (answers.sessions === 0)
    return ['Nothing at all is planned for Pat.', ...missingLines(say, unscheduled)];
  return [
    firstVoiceLine(say, walk),
    ...(answers.counting === 0
      ? [
          'No session counts: each is unpaid, has no theme, or is about a tool that no strategy stands behind.',
        ]
      : silenceLines(say, walk)),
    ...(answers.withVoice === 0 || answers.withVoice === answers.counting
      ? []
      : [
          `The longest time without a customer’s voice is ${stretchWords(say, answers.longestWithoutVoice)}.`,
        ]),
    toolLine(say, walk),
    joined === null ? afterLine(context, walk) : joinerLine(context, walk),
    `In all: ${counted(say, answers.sessions, 'session')}, ${minutesWords(answers.minutes)}; a customer is heard in ${answers.withVoice}.`,
    ...ritualLines(say, walk),
    ...missingLines(say, unscheduled),
  ];
}

function firstVoiceLine(say: Say, { answers: { firstVoice }, steps, joined }: Walk): string {
  if (firstVoice === null) return 'Pat never hears a customer.';
  const { name } = steps.find(({ session }) => session === firstVoice.session)!;
  const since = joined === null ? 'into the programme' : 'after the first day';
  const when =
    firstVoice.days === 0 ? 'on the very first day' : `${counted(say, firstVoice.days, 'day')} ${since}`;
  return `Pat first hears a customer on ${dateWords(say, firstVoice.date)}, ${when}, in ${quoted(name)}.`;
}

/** Joiners with one day of sessions have no time between them to be silent in. */
function silenceLines(say: Say, { answers: { longestSilence } }: Walk): string[] {
  return longestSilence.days === 0 ? [] : [`The longest silence is ${stretchWords(say, longestSilence)}.`];
}

function stretchWords(say: Say, { days, from, to }: StretchData): string {
  return `${counted(say, days, 'day')}, from ${dateWords(say, from)} to ${dateWords(say, to)}`;
}

function toolLine(say: Say, { answers: { tools, sessions, beyondTools } }: Walk): string {
  if (tools === 0) return 'No session is about a tool or a process.';
  if (tools === sessions) return 'Every session is about a tool or a process.';
  return `${capital(counted(say, tools, 'session'))} of ${sessions} ${tools === 1 ? 'is' : 'are'} about a tool or a process; ${beyondTools} that count ${beyondTools === 1 ? 'is' : 'are'} about more.`;
}

function afterLine(context: Context, { answers: { afterOnboarding } }: Walk): string {
  const { sessions, months } = afterOnboarding;
  if (sessions === 0) return 'After onboarding the customer never comes up again.';
  return `After onboarding the customer comes up in ${counted(context.say, sessions, 'session')}, in ${months} of ${counted(context.say, context.months.length, 'month')}.`;
}

/** Joiners' plans hold their first moments only: what their team meets is planned for those who are there. */
function joinerLine({ plan, say }: Context, { answers: { afterOnboarding } }: Walk): string {
  const later =
    afterOnboarding.sessions === 0
      ? 'nothing of their own'
      : counted(say, afterOnboarding.sessions, 'session');
  return `After the first 90 days this plan holds ${later} for Pat until ${dateWords(say, plan.programme.ends)}; walk without --joiner to see what the team meets.`;
}

function ritualLines(say: Say, { rituals }: Walk): string[] {
  const parts = [
    [rituals.communication, 'message'],
    [rituals.recognition, 'thank-you'],
    [rituals.listening, 'occasion to speak up', 'occasions to speak up'],
    [rituals.readback, 'answer to what people said', 'answers to what people said'],
  ] as const;
  const some = parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => counted(say, count, one, many));
  return some.length === 0 ? [] : [`Around them: ${listWords(some)}.`];
}

function missingLines(say: Say, unscheduled: Walk['unscheduled']): string[] {
  return unscheduled.map(
    ({ name, from, by }) =>
      `${quoted(name)} is asked of Pat and found no place ${windowWords(say, from, by)}.`,
  );
}

function promiseLines({ expectations }: Walk): string[] {
  return expectations.map(
    ({ met, asked, planned }) => `${met ? 'Kept' : 'Broken'}: ${asked}. The plan: ${sentence(planned)}`,
  );
}
