/** What meeting tools and learning systems call the columns of attendance, and the words that they have for it. */

import { plainTitle } from '../table/titles.ts';
import type { Field } from '../table/types.ts';

function field(id: string, names: string): Field {
  return { id, names: names.split('|').map((name) => name.trim()) };
}

export const ATTENDANCE_FIELDS: readonly Field[] = [
  field(
    'person',
    'person id|id number|idnumber|employee id|employee number|personalnummer|matricule|número de empleado|personeelsnummer|user id|userid|username',
  ),
  field(
    'name',
    'full name|name (original name)|participant name|participant|attendee|user full name|display name|name|vollständiger name|teilnehmer|nom complet|nom et prénom|nombre completo|nombre|volledige naam|naam',
  ),
  field('firstname', 'first name|given name|vorname|prénom|nombre de pila|voornaam'),
  field('lastname', 'last name|surname|family name|nachname|nom de famille|apellidos|apellido|achternaam'),
  field(
    'email',
    'user email|email address|e-mail address|email|e-mail|e-mail-adresse|adresse e-mail|adresse de messagerie|correo electrónico|dirección de correo|e-mailadres',
  ),
  field('upn', 'participant id (upn)|participant id|teilnehmer-id (upn)|id du participant (upn)|upn'),
  field(
    'join',
    'join time|first join time|first join|joined at|beitrittszeit|erster beitritt|zeitpunkt des beitritts|heure d’arrivée|première participation|heure de début de participation|hora de unión|primera unión|tijd van deelname|eerste deelname',
  ),
  field(
    'leave',
    'leave time|last leave time|last leave|left at|verlassen um|letztes verlassen|zeitpunkt des verlassens|heure de départ|dernier départ|hora de salida|última salida|tijd van vertrek|laatste vertrek',
  ),
  field(
    'duration',
    'in-meeting duration|total duration (minutes)|duration (minutes)|time in session (minutes)|attendance duration|duration|minutes|meeting duration|dauer der teilnahme|besprechungsdauer|dauer (minuten)|dauer|minuten|durée de la réunion|durée (minutes)|durée|duración (minutos)|duración|duur',
  ),
  field(
    'status',
    'attendance status|signup status|completion status|status|attendance|acronym|attended|anwesenheit|teilnahmestatus|statut|présence|estado|asistencia|aanwezigheid',
  ),
  field('session', 'session id|session|sitzung'),
  field('module', 'module|course|course name|course full name|event name|kurs|cours|curso|cursus'),
  field('date', 'session date|date|datum|fecha|session start date|timestart|completed on|completion date'),
  field('group', 'group'),
  field('action', 'user action|benutzeraktion|action de l’utilisateur|acción del usuario|gebruikersactie'),
  field('timestamp', 'timestamp|zeitstempel|horodatage|marca de tiempo|tijdstempel'),
];

export type Outcome = 'attended' | 'absent' | 'confirmed' | 'open';

const WORDS: Readonly<Record<Outcome, string>> = {
  attended:
    'attended present p l late completed complete passed pass fullyattended yes anwesend teilgenommen verspatet abgeschlossen bestanden ja present retard termine oui presente tarde completado si aanwezig voltooid telaat',
  absent:
    'absent a e excused noshow notattended partiallyattended partial cancelled usercancelled declined failed no abwesend entschuldigt nichtteilgenommen nichterschienen abgesagt nein excuse nonpresent annule non ausente justificado cancelado afwezig verontschuldigd geannuleerd nee',
  confirmed: 'confirmed assessed observed competent',
  open: 'booked waitlisted requested approved notset notstarted inprogress enrolled registered gebucht warteliste inscrit inscrito ingeschreven',
};

const MEANT = new Map(
  (Object.keys(WORDS) as Outcome[]).flatMap((outcome) =>
    WORDS[outcome].split(' ').map((word) => [word, outcome] as const),
  ),
);

/** What a status means; undefined for a word that is not known. `open`: nothing has come of it yet. */
export function outcomeOf(status: string): Outcome | undefined {
  return MEANT.get(plainTitle(status));
}

/** Titles of what stands before the people: what the meeting was called. */
const TOPICS = new Set(
  'meetingtitle topic title besprechungstitel besprechungsthema thema titel titredelareunion titulodelareunion sujet tema vergaderingstitel eventname webinarname'.split(
    ' ',
  ),
);

export function isTopic(title: string): boolean {
  return TOPICS.has(plainTitle(title));
}
