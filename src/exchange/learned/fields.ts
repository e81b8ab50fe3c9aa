/** What people call the columns of what was learned, and their words for what has become of it. */
import { plainTitle } from '../table/titles.ts';
import type { Field } from '../table/types.ts';

function field(id: string, names: string, required = false): Field {
  return { id, names: names.split('|'), required };
}

export const LEARNED_FIELDS: readonly Field[] = [
  field('id', 'action id|learning id|no|nr|number|nummer|numéro|número'),
  field('date', 'learned on|date learned|day|datum|tag|fecha|jour'),
  field('session', 'session id|module|sitzung|schulung|sesión|sessie'),
  field('department', 'team|abteilung|bereich|département|service|departamento|afdeling'),
  field('stage', 'stage of the journey|phase|étape|etapa|fase'),
  field(
    'learning',
    'what we learned|what was learned|learned|lesson|insight|observation|erkenntnis|gelernt|enseignement|constat|aprendizaje|les',
    true,
  ),
  field(
    'action',
    'what we do|what we will do|next step|to do|todo|task|maßnahme|aufgabe|mesure|tâche|acción|tarea|actie',
    true,
  ),
  field('owner', 'owned by|responsible|who|assignee|verantwortlich|wer|responsable|quién|eigenaar|wie'),
  field(
    'due',
    'due date|due by|by when|deadline|by|fällig|fällig am|bis|échéance|vencimiento|fecha límite|deadline op',
  ),
  field('status', 'state|stand|statut|état|estado'),
  field(
    'story',
    'customer story|quote|what the customer said|geschichte|zitat|histoire|citation|historia|verhaal',
  ),
  field(
    'consent',
    'consent until|agreed until|einwilligung|einwilligung bis|consentement|consentimiento|toestemming',
  ),
];

export type Status = 'open' | 'done' | 'dropped';

const WORDS: Readonly<Record<Status, string>> = {
  open: 'open todo new planned started inprogress ongoing offen geplant laufend inarbeit ouvert encours abierto pendiente enproceso openstaand bezig',
  done: 'done closed complete completed finished yes erledigt fertig abgeschlossen fait terminé terminée hecho terminado gedaan klaar',
  dropped:
    'dropped cancelled canceled rejected declined wontdo verworfen abgelehnt abandonné abandonnée rejeté descartado rechazado vervallen afgewezen',
};

const MEANT = new Map(
  (Object.keys(WORDS) as Status[]).flatMap((status) =>
    WORDS[status].split(' ').map((word) => [plainTitle(word), status] as const),
  ),
);

/** What a word for the state of an action means; undefined for one that is not known. */
export function statusOf(text: string): Status | undefined {
  return MEANT.get(plainTitle(text));
}
