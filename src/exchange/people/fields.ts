/** What HR systems call the columns that we look for: Workday, BambooHR, Personio, HiBob, SAP, Totara, SCIM and others. */
import type { Field } from '../table/types.ts';

function field(id: string, names: string, required = false): Field {
  return { id, names: names.split('|').map((name) => name.trim()), required };
}

/** In the order in which they are asked; of several titles the first of a list is taken. */
export const PEOPLE_FIELDS: readonly Field[] = [
  field(
    'department',
    'department name|department|org unit name|organizational unit|organisational unit|org unit|business unit|supervisory organization|team name|abteilung|abteilungsname|organisationseinheit|org.einheit|orgeinheit|organisationseinheit text|bereich|département|departement|service|direction|departamento|área|afdeling|orgidnumber|org id number|division|cost center name|cost centre name|cost center|cost centre|kostenstelle|centre de coûts|team',
    true,
  ),
  field(
    'role',
    'job title|business title|position title|position name|role name|job profile|job name|title|position|role|job|occupation|stellenbezeichnung|stelle|funktion|position text|planstelle text|planstelle|berufsbezeichnung|tätigkeit|intitulé du poste|poste|fonction|emploi|puesto|cargo|categoría|functietitel|functienaam|functie|posidnumber|pos id number|jobtitle',
    true,
  ),
  field(
    'site',
    'site|work location|location name|location|office location|office|branch|workplace|place of work|work site|standort|arbeitsort|arbeitsstätte|niederlassung|filiale|betriebsstätte|werk|personalteilbereich text|personalteilbereich|site de travail|lieu de travail|établissement|agence|centro de trabajo|centro|sede|ubicación|lugar de trabajo|vestiging|locatie|standplaats|werklocatie|city|ort|ville|ciudad|plaats',
  ),
  field(
    'shift',
    'shift|shift name|shift pattern|work shift|work schedule|work pattern|schicht|schichtmodell|arbeitszeitplan|arbeitszeitmodell|équipe de travail|équipe|horaire|turno|jornada|ploegendienst|ploeg|dienstrooster|rooster',
  ),
  field(
    'level',
    'level|job level|management level|career level|seniority|ebene|hierarchiestufe|führungsebene|karrierestufe|niveau|niveau hiérarchique|nivel',
  ),
  field(
    'joined',
    "hire date|original hire date|start date|date of joining|joining date|date joined|joined|employment start date|employment start|entry date|eintrittsdatum|eintritt|einstellungsdatum|beginn|beschäftigungsbeginn|date d’embauche|date d'entrée|date d’entrée|date d’ancienneté|fecha de alta|fecha de ingreso|fecha de inicio|datum in dienst|indiensttreding|startdatum|jobassignmentstartdate",
  ),
  field(
    'left',
    'termination date|last day of work|last working day|leaving date|exit date|date left|left|employment end date|employment end|contract end date|end date|austrittsdatum|austritt|vertragsende|ende|beschäftigungsende|date de sortie|date de départ|date de fin de contrat|fecha de baja|fecha de salida|fecha de fin|datum uit dienst|uitdiensttreding|einddatum|jobassignmentenddate',
  ),
  field(
    'status',
    'employment status|employee status|worker status|status|active status|active|currently active|beschäftigungsstatus|mitarbeiterstatus|statut|statut employé|estado|situación|dienstverbandstatus',
  ),
  field('deleted', 'deleted|suspended|is deleted|gelöscht|supprimé|eliminado|verwijderd'),
  field(
    'id',
    'employee id|employee number|employee no|employee #|employee code|worker id|person number|person id|personnel number|personnel no|staff id|staff number|personalnummer|personal-nr|pers.nr|mitarbeiternummer|mitarbeiter-id|pernr|matricule|numéro de matricule|identifiant|número de empleado|id de empleado|personeelsnummer|medewerkernummer|idnumber|user id|userid|username|user name|id|email|work email|e-mail',
  ),
  field(
    'manager',
    'manager id|manager employee id|manager number|supervisor id|reports to id|reporting manager id|line manager id|reports to|supervisor|line manager|manager|vorgesetzter personalnummer|vorgesetzten-id|vorgesetzter|vorgesetzte|führungskraft|matricule du responsable|responsable|supérieur|id del responsable|jefe|leidinggevende|manageridnumber',
  ),
];

/** What these systems write of somebody who has gone; compared without case, blanks and accents. */
const GONE = new Set(
  'terminated inactive left leaver exited resigned retired former deleted no false 0 n ausgeschieden ausgetreten inaktiv nein inactif sorti parti non inactivo baja uitdienst inaktief nietactief withdrawn dismissed'.split(
    ' ',
  ),
);

/** Whether a status says that somebody works here no more; unknown words mean that they do. */
export function isGone(plainStatus: string): boolean {
  return GONE.has(plainStatus);
}

const YES = new Set('1 true yes y ja oui si x wahr vrai verdadero'.split(' '));

/** Whether a flag such as `deleted` is set. */
export function isSet(plainFlag: string): boolean {
  return YES.has(plainFlag);
}
