/** A firm → the files of its first workspace, with comments that say what to change. */
import type { TextFile } from '../../output/types.ts';
import type { Firm } from './firm.ts';
import { journeyText } from './make/journey.ts';
import { learningText } from './make/learning.ts';
import { peopleText } from './make/people.ts';
import { programmeText } from './make/programme.ts';

/** What tells an editor where the language is described; `cxplan editor` keeps the file. */
export const SCHEMA_LINE = '# yaml-language-server: $schema=.cxplan/workspace.schema.json\n';

export function makeWorkspace(firm: Firm): TextFile[] {
  return [
    ['programme.yaml', programmeText(firm)],
    ['people.yaml', peopleText(firm)],
    ['journey.yaml', journeyText(firm)],
    ['learning.yaml', learningText(firm)],
  ].map(([path, text]) => ({ path: path!, text: SCHEMA_LINE + text }));
}
