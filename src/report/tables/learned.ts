/** `learned.csv`: the ledger, a row for each learning: what is done about it, what has become of it, where its story is told. */
import { type Day, isoDate, toDay } from '../../calendar/date.ts';
import { heardIn } from '../../coverage/measure/stories.ts';
import type { Action } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { departmentName, moduleName } from '../names.ts';
import type { LongTable, Row } from '../types.ts';
import { listWords } from '../words.ts';

/** Who answers for it, as anybody may read it: persons are not named. */
export function ownerWords({ owner, isOwned }: Action): string {
  return owner ?? (isOwned ? 'somebody' : 'nobody yet');
}

/** `overdue` is open, past its day. */
export function stateOf({ status, due }: Action, asOf: Day): 'open' | 'overdue' | 'done' | 'dropped' {
  return status === 'open' && due < asOf ? 'overdue' : status;
}

/** What came of stories that may be told on the day of the plan: '' where there is none. */
export function storyStates(context: Context): (action: Action) => string {
  const { model, plan } = context;
  const heard = heardIn(model);
  const asOf = toDay(plan.asOf)!;
  return ({ id, story, consentUntil }) => {
    if (story === undefined || consentUntil! < asOf) return '';
    return listWords((heard.get(id) ?? []).map((module) => moduleName(context, module.id))) || 'not used yet';
  };
}

export function stageName({ model }: Context, { stage }: Action): string {
  return stage === undefined ? '' : (model.stages.get(stage)?.name ?? stage);
}

/** By stage in the order of the journey, then as they were learned. */
export function byStage({ model }: Context): Action[] {
  const order = new Map([...model.stages.keys()].map((id, i) => [id, i]));
  const rank = ({ stage }: Action): number => order.get(stage ?? '') ?? order.size;
  return [...model.actions].sort((a, b) => rank(a) - rank(b) || a.date - b.date);
}

export function learnedTable(context: Context): LongTable {
  return {
    columns: [
      { key: 'id', title: 'Id', kind: 'text' },
      { key: 'date', title: 'Learned on', kind: 'date' },
      { key: 'department', title: 'Department', kind: 'text' },
      { key: 'stage', title: 'Stage', kind: 'text' },
      { key: 'session', title: 'Session', kind: 'text' },
      { key: 'learning', title: 'What was learned', kind: 'text' },
      { key: 'action', title: 'What is done', kind: 'text' },
      { key: 'owner', title: 'Owner', kind: 'text' },
      { key: 'due', title: 'Due', kind: 'date' },
      { key: 'status', title: 'Status', kind: 'text' },
      { key: 'story', title: 'Story', kind: 'text' },
      { key: 'told', title: 'Told in', kind: 'text' },
    ],
    rows: () => {
      const toldIn = storyStates(context);
      return byStage(context).map((action) => rowOf(context, action, toldIn(action)));
    },
  };
}

function rowOf(context: Context, action: Action, told: string): Row {
  return [
    action.id,
    isoDate(action.date),
    departmentName(context, action.department),
    stageName(context, action),
    action.session ?? '',
    action.learning,
    action.action,
    ownerWords(action),
    isoDate(action.due),
    stateOf(action, toDay(context.plan.asOf)!),
    told === '' ? '' : action.story!,
    told,
  ];
}
