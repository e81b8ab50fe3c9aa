/** A0, A3: a theme is also talked about, in more than one place. */
import type { Context } from '../../context.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { freshId } from '../../patches/lesson.ts';
import type { Draft, Rule } from '../../rule.ts';
import { list, monthDays } from '../../words.ts';

export const rule: Rule = {
  id: 'no-communication',
  heading: 'follow-through',
  severity: 'warn',
  sentence: 'A theme month has no message, or a department is reached by one channel only (or none).',
  why: 'Walters (A0) would bring in internal communications, so that messages repeat what learning is about that month. Hyken (A3) wants the mantra told in many ways: by leaders, in signatures, on posters and walls. Who does not read the intranet is not reached by it.',
  fix: 'Plan a monthly communication ritual with themes: month, and a second channel (a poster, a meeting).',
  articles: ['A0', 'A3'],
  options: { channels: 2 },
  examples: {
    fires: 'rituals:\n  theme-poster: { channel: intranet }\n  mantra-launch: { channel: intranet }\n',
    silent: 'rituals:\n  theme-poster: { channel: poster }\n',
  },
  *check(context, options) {
    yield* silentMonths(context);
    yield* fewChannels(context, options.channels!);
  },

  *patches(context, { subject }) {
    const { model, departments } = context;
    const channels = new Set([...model.rituals.values()].flatMap((ritual) => ritual.channels));
    // Where nothing is told by any channel yet, one more would still be the only one.
    const fresh = ['poster', 'meeting', 'intranet', 'newsletter'].filter((one) => !channels.has(one));
    const chosen = fresh.slice(0, channels.size === 0 ? rule.options!.channels! : 1);
    const about = subject.month ? context.say.monthYear(subject.month) : nameOf(context, subject);
    if (chosen.length === 0) return;
    yield {
      title: `A message on the theme every month, by ${list(chosen)}, for ${departments.length === 1 ? nameOf(context, subject) : 'everyone'} (${about} among them)`,
      edits: [
        {
          pointer: ['rituals', freshId(context, 'theme-of-the-month', 'rituals')],
          op: 'set',
          value: {
            name: 'The theme of the month',
            type: 'communication',
            channel: chosen.length === 1 ? chosen[0] : chosen,
            themes: 'month',
            when: { every: 'month' },
          },
        },
      ],
    };
  },
};

function* silentMonths({ model, plan, months, say }: Context): Iterable<Draft> {
  const told = new Set<string>();
  for (const { type, status, date, themes } of plan.rituals) {
    if (type !== 'communication' || status === 'cancelled') continue;
    for (const theme of themes) told.add(`${date.slice(0, 7)} ${theme}`);
  }
  for (const { key, theme } of months) {
    if (theme === undefined || told.has(`${key} ${theme}`)) continue;
    yield {
      subject: { theme, month: key },
      again: { words: 'No message speaks of the theme of the month', ...monthDays(key) },
      message: `${say.monthYear(key)} belongs to “${model.themes.get(theme)!.name}”, and no message says so.`,
      pointer: ['rituals'],
    };
  }
}

function* fewChannels({ model, plan, departments }: Context, wanted: number): Iterable<Draft> {
  const channels = new Map<string, Set<string>>();
  for (const { ritual: id, type, status, departments: reached } of plan.rituals) {
    const ritual = model.rituals.get(id);
    if (!ritual || type !== 'communication' || status === 'cancelled') continue;
    for (const department of reached) {
      const known = channels.get(department) ?? new Set();
      channels.set(department, known);
      for (const channel of ritual.channels) known.add(channel);
    }
  }
  for (const { id, name } of departments) {
    const own = channels.get(id);
    if (own && own.size >= wanted) continue;
    const [only] = own ?? [];
    yield {
      subject: { department: id },
      message: !own
        ? `No message ever reaches ${name}.`
        : only
          ? `Messages reach ${name} by one channel only: ${only}.`
          : `Messages to ${name} name no channel.`,
      pointer: ['rituals'],
    };
  }
}
