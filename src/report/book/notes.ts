/** What is missing, and what is other than before, as rows to filter. */
import type { PlanSession } from '../../model/made/plan.ts';
import type { Context } from '../context.ts';
import { departmentName, sessionTitle } from '../names.ts';
import { namesWords, sentence } from '../words.ts';
import { text } from './columns.ts';
import type { BookColumn, BookSheet } from './types.ts';

/** Every finding by its own, accepted ones too. */
export function gapsSheet(context: Context): BookSheet {
  const { gaps } = context;
  return {
    name: 'Gaps',
    columns: [
      text('severity', 'Severity', 10),
      text('rule', 'Rule', 22),
      text('department', 'Department', 24),
      text('message', 'What is missing', 70),
      text('fix', 'What closes it', 60),
      text('accepted', 'Accepted until', 14),
      text('key', 'Key', 40),
    ],
    rows: () =>
      [...gaps.findings, ...gaps.waived].map(({ severity, rule, subject, message, fix, waived, key }) => [
        severity,
        rule,
        subject.department === undefined ? '' : departmentName(context, subject.department),
        sentence(message),
        sentence(fix),
        waived?.until ?? '',
        key,
      ]),
    fixed: 2,
    paper: 'a4',
    orientation: 'landscape',
  };
}

const CHANGES: readonly BookColumn[] = [
  text('what', 'What', 12),
  text('module', 'Module', 34),
  { key: 'date', title: 'Date', kind: 'date', width: 12 },
  { key: 'start', title: 'Start', kind: 'time', width: 8 },
  text('departments', 'Departments', 30),
  text('why', 'Why', 60),
  text('id', 'Session', 40),
];

/** Sessions that this plan made, changed or cancelled; a first plan changed none. */
export function changesSheet(context: Context): BookSheet {
  const { plan } = context;
  const { issue } = plan.made;
  const news = issue === undefined ? [] : plan.sessions.filter((session) => session.issue === issue);
  return {
    name: 'Changes',
    columns: CHANGES,
    rows: () =>
      news.map((session) => [
        whatWords(session),
        sessionTitle(context.at(session), session),
        session.start.slice(0, 10),
        session.start.slice(11, 16),
        namesWords(session.departments.map((id) => departmentName(context, id))),
        session.why.filter((reason) => /\s/.test(reason)).join(' '),
        session.id,
      ]),
    fixed: 2,
    paper: 'a4',
    orientation: 'landscape',
  };
}

function whatWords({ status, sequence }: PlanSession): string {
  if (status === 'cancelled') return 'cancelled';
  return sequence === 0 ? 'new' : 'changed';
}
