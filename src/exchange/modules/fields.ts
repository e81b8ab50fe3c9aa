/** What training catalogues call their columns, and their words for forms, rhythms and audiences. */
import type { Format } from '../../model/modules.ts';
import { plainTitle } from '../table/titles.ts';
import type { Field } from '../table/types.ts';

function field(id: string, names: string, required = false): Field {
  return { id, names: names.split('|').map((name) => name.trim()), required };
}

export const MODULE_FIELDS: readonly Field[] = [
  field(
    'title',
    'course title|course name|module name|training title|title|course|module|training|name|kurstitel|kursname|titel|kurs|schulung|seminar|intitulé|titre|formation|cours|título|curso|formación|cursusnaam|cursus|training naam',
    true,
  ),
  field(
    'id',
    'course code|course id|module id|code|short name|shortname|id|kursnummer|kurscode|code formation|código|cursuscode',
  ),
  field(
    'audience',
    'target audience|audience|target group|participants|who|for|department|departments|zielgruppe|teilnehmer|abteilung|public cible|public|participants cibles|destinatarios|público|departamento|doelgroep|deelnemers|afdeling',
  ),
  field(
    'minutes',
    'duration (minutes)|duration (min)|duration in minutes|length (minutes)|minutes|dauer (minuten)|dauer in minuten|minuten|durée (minutes)|duración (minutos)|minutos|duur (minuten)',
  ),
  field(
    'hours',
    'duration (hours)|duration (h)|duration in hours|hours|contact hours|dauer (stunden)|dauer in stunden|stunden|durée (heures)|heures|duración (horas)|horas|duur (uren)|uren',
  ),
  field('duration', 'duration|length|dauer|durée|duración|duur'),
  field(
    'format',
    'format|delivery method|delivery mode|delivery type|delivery|training type|type|modality|form|durchführungsform|lernform|modalité|modalidad|vorm|leervorm',
  ),
  field(
    'seats',
    'max participants|maximum participants|max attendees|capacity|max capacity|seats|class size|max. teilnehmer|teilnehmerzahl|plätze|places|effectif maximum|plazas|máximo de participantes|aantal plaatsen|max. deelnemers',
  ),
  field('date', 'date|session date|datum|fecha'),
  field(
    'from',
    'start date|available from|from|valid from|start|beginn|von|date de début|début|fecha de inicio|inicio|startdatum|van',
  ),
  field(
    'by',
    'end date|available until|due date|deadline|by|to|until|valid until|ende|bis|frist|date de fin|fin|échéance|fecha de fin|fecha límite|einddatum|tot',
  ),
  field(
    'every',
    'frequency|recurrence|cadence|every|rhythm|häufigkeit|turnus|rhythmus|fréquence|périodicité|frecuencia|periodicidad|frequentie',
  ),
  field(
    'trainer',
    'trainer|instructor|facilitator|teacher|taught by|led by|dozent|referent|leitung|formateur|formatrice|intervenant|formador|instructor principal|docent',
  ),
  field(
    'themes',
    'theme|themes|topic|topics|category|thema|themen|kategorie|thème|thèmes|catégorie|tema|temas|categoría',
  ),
  field(
    'outcome',
    'outcome|learning outcome|objective|objectives|learning objective|goal|lernziel|ziel|ergebnis|objectif|objectifs|objetivo|objetivos|leerdoel|doel',
  ),
];

function lookup<T extends string>(
  words: Readonly<Partial<Record<T, string>>>,
): (text: string) => T | undefined {
  const known = new Map(
    (Object.keys(words) as T[]).flatMap((meaning) =>
      [meaning, ...(words[meaning] ?? '').split('|')].map((word) => [plainTitle(word), meaning] as const),
    ),
  );
  return (text) => known.get(plainTitle(text));
}

export const formatNamed = lookup<Format>({
  workshop:
    'classroom|ilt|instructor led|instructor-led training|face to face|in person|seminar|präsenz|präsenzseminar|präsentiel|présentiel|atelier|presencial|taller|klassikaal|course|training',
  virtual:
    'vilt|webinar|virtual classroom|live online|online live|virtuell|classe virtuelle|aula virtual|virtueel',
  talk: 'lecture|presentation|keynote|vortrag|conférence|conferencia|lezing',
  lunch: 'lunch and learn|lunch & learn|brown bag',
  event: 'all hands|veranstaltung|événement|evento',
  'self-paced':
    'e-learning|elearning|online|wbt|web based|self study|self paced|selbstlernen|selbststudium|autoformation|autoaprendizaje|zelfstudie|video',
  huddle: 'stand-up|standup|toolbox talk|briefing|team meeting',
  coaching: '1:1|one to one|mentoring',
  'book-club': 'reading circle|lesekreis',
  'customer-room': '',
});

export type Cadence = 'week' | 'fortnight' | 'month' | 'quarter' | 'half-year' | 'year';

export const cadenceNamed = lookup<Cadence>({
  week: 'weekly|every week|wöchentlich|hebdomadaire|semanal|wekelijks',
  fortnight:
    'fortnightly|biweekly|every two weeks|14-tägig|zweiwöchentlich|bimensuel|quincenal|tweewekelijks',
  month: 'monthly|every month|monatlich|mensuel|mensual|maandelijks',
  quarter: 'quarterly|every quarter|vierteljährlich|quartalsweise|trimestriel|trimestral|per kwartaal',
  'half-year': 'half-yearly|twice a year|semi-annual|halbjährlich|semestriel|semestral|halfjaarlijks',
  year: 'yearly|annual|annually|every year|jährlich|annuel|anual|jaarlijks',
});

/** What happens once needs no rhythm. */
export function isOnce(text: string): boolean {
  return /^(?:once|one-?time|one-?off|einmalig|unique|una vez|único|eenmalig|-|n\/a|none)$/i.test(
    text.trim(),
  );
}

export const audienceNamed = lookup<'everyone' | 'leaders' | 'customer-facing' | 'behind-the-scenes'>({
  everyone:
    'all|all staff|all employees|everybody|company-wide|alle|alle mitarbeiter|alle mitarbeitenden|tous|tout le personnel|tous les collaborateurs|todos|todo el personal|iedereen|alle medewerkers',
  leaders: 'managers|all managers|leadership|management|führungskräfte|encadrement|mandos|leidinggevenden',
  'customer-facing':
    'front line|frontline|customer facing|kundenkontakt|contact client|atención al cliente|klantcontact',
  'behind-the-scenes': 'back office|backoffice',
});
