/** The ledger and the certificates for the page: the same rows as in `learned` and `certificates`. */
import { isoDate, toDay } from '../../calendar/date.ts';
import type { Context } from '../context.ts';
import { ledgerWords } from '../pages/learned.ts';
import { certificateRows } from '../tables/certificates.ts';
import { byStage, ownerWords, stageName, stateOf, storyStates } from '../tables/learned.ts';
import type { Refs } from './refs.ts';
import type { PageLearned, PageLearning } from './types/learned.ts';

export function pageLearned(context: Context, refs: Refs): PageLearned {
  const asOf = toDay(context.plan.asOf)!;
  return {
    summary: context.model.actions.length === 0 ? '' : ledgerWords(context, asOf),
    learnings: learningsOf(context, refs),
    certificates: certificateRows(context).map(({ department, module, ...counts }) => ({
      department: refs.department(department),
      module: refs.module(module.id),
      ...counts,
    })),
  };
}

function learningsOf(context: Context, refs: Refs): PageLearning[] {
  if (context.model.actions.length === 0) return [];
  const asOf = toDay(context.plan.asOf)!;
  const toldIn = storyStates(context);
  return byStage(context).map((action) => {
    const told = toldIn(action);
    return {
      department: refs.department(action.department),
      stage: stageName(context, action),
      date: isoDate(action.date),
      learning: action.learning,
      action: action.action,
      owner: ownerWords(action),
      due: isoDate(action.due),
      state: stateOf(action, asOf),
      story: told === '' ? '' : action.story!,
      told,
    };
  });
}
