/** `experience-map.md`: roles down, an employee's life across; where it is empty, and where no customer is heard. */
import type { Say } from '../../calendar/say.ts';
import type { Department } from '../../model/model.ts';
import { byName, type Context } from '../context.ts';
import type { ExperienceMap, MapRow } from '../experience.ts';
import { type LifeStage, type MapCell, repeats } from '../meetings.ts';
import type { Block, CellValue, Column, Page } from '../types.ts';
import { counted, decimal, PLANNED } from '../words.ts';

const HEARD = '♪';
const NOTHING = 'nothing';

export function experiencePage(context: Context, map: ExperienceMap): Page {
  return {
    title: `Experience map: ${context.plan.programme.name}`,
    blocks: [
      { kind: 'paragraph', text: MEANING },
      { kind: 'paragraph', text: laterWords(context) },
      ...byName(context, context.model.departments.values()).flatMap((department) =>
        departmentBlocks(context.say, map, department),
      ),
    ],
  };
}

const MEANING = `What a person in each role is planned to meet, from the interview to the third year: minutes a person, ${HEARD} where a customer’s voice is in it, “${NOTHING}” where nothing is planned, a dash where nobody is there to meet it. First days are those of joiners, months those of everybody else. ${PLANNED}`;

/** Only what comes by itself is claimed for the years to come. */
function laterWords({ model, say }: Context): string {
  const planned = [...model.modules.values()].filter(
    ({ format, when }) => format !== 'interview' && when.kind !== 'trigger' && when.kind !== 'moment',
  );
  const again = planned.filter(repeats).length;
  return `Years 2 and 3 show what comes again if the year repeats as it is written: ${again} of ${counted(say, planned.length, 'module')} have a rhythm (every month, an observance); the others are written for this programme only.`;
}

function departmentBlocks(say: Say, { stages, rows }: ExperienceMap, { id, name }: Department): Block[] {
  const own = rows.filter(({ role }) => role.department === id);
  // Years 2 and 3 say the same; one column is enough for people.
  const shown = stages.flatMap((stage, i) => (stage.id === 'year-3' ? [] : [{ stage, i }]));
  const columns: Column[] = [
    { key: 'role', title: 'role', kind: 'text' },
    ...shown.map(({ stage }): Column => ({ key: stage.id, title: titleOf(stage), kind: 'text' })),
    { key: 'voiceless', title: 'longest without a customer', kind: 'text' },
  ];
  return [
    { kind: 'heading', level: 2, text: name },
    {
      kind: 'table',
      table: {
        columns,
        rows: own.map((row): CellValue[] => [
          row.role.name,
          ...shown.map(({ stage, i }) => cellText(say, stage, row.cells[i]!)),
          voicelessText(say, row),
        ]),
      },
    },
  ];
}

function titleOf({ kind, title }: LifeStage): string {
  if (kind === 'later year') return 'years 2 and 3, if it repeats';
  return kind === 'month' ? title.replace(/^(\p{L}{3})\p{L}+/u, '$1') : title;
}

function cellText(say: Say, { kind }: LifeStage, { met, minutes, voice, people }: MapCell): string {
  if (people === 0) return '';
  if (!met) return NOTHING;
  if (kind === 'interview') return 'yes';
  return `${decimal(say, Math.round(minutes))}${voice ? ` ${HEARD}` : ''}`;
}

function voicelessText(say: Say, { voiceless }: MapRow): string {
  return voiceless === null ? '' : counted(say, voiceless, 'day');
}
