/** A whole example firm to start from: a folder of `templates/`, moved to the year that is to be planned. */
import { parseDocument } from 'yaml';
import type { TextFile } from '../../output/types.ts';
import { broughtAlong } from '../../workspace/files/brought-along.ts';
import { SCHEMA_LINE } from './make.ts';

export interface TemplateAnswers {
  readonly name: string;
  readonly year: number;
  readonly timezone: string;
  /** Undefined: those of the template, where its zone is kept too; `''`: none. */
  readonly holidays: string | undefined;
}

/** The year in which the templates are written. */
const WRITTEN_IN = 2027;

/** The files of the workspace, comments and all. */
export function fromTemplate(template: string, answers: TemplateAnswers): TextFile[] {
  return [...broughtAlong(template)].map(([path, text]) => {
    const moved = text
      .replace(/^# yaml-language-server:.*\n/, '')
      .replace(
        /\b20(2[5-9])-(?=\d\d-\d\d\b)/g,
        (_, year) => `${2000 + Number(year) - WRITTEN_IN + answers.year}-`,
      );
    return { path, text: SCHEMA_LINE + (/^programme:/m.test(moved) ? named(moved, answers) : moved) };
  });
}

/** With the firm's own name, zone and holidays. */
function named(text: string, { name, timezone, holidays }: TemplateAnswers): string {
  const document = parseDocument(text);
  const zone = document.getIn(['programme', 'timezone']);
  document.setIn(['programme', 'name'], name);
  document.setIn(['programme', 'timezone'], timezone);
  if (holidays) document.setIn(['programme', 'holidays'], holidays);
  else if (holidays === '' || zone !== timezone) document.deleteIn(['programme', 'holidays']);
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
}
