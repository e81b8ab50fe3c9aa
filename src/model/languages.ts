/** Languages by their codes (ISO 639), with their English names; which of them people share, and what is meant by another word. */
import { nearest } from '../diagnostics/nearest.ts';
import type { Id } from './ids.ts';

/** `nl` */
export type Language = string;

const NAMES: ReadonlyMap<Language, string> = new Map(
  `
  aa:Afar ab:Abkhazian af:Afrikaans ak:Akan am:Amharic ar:Arabic as:Assamese av:Avaric ay:Aymara
  az:Azerbaijani ba:Bashkir be:Belarusian bg:Bulgarian bm:Bambara bn:Bangla bo:Tibetan br:Breton
  bs:Bosnian ca:Catalan ce:Chechen ch:Chamorro co:Corsican cs:Czech cv:Chuvash cy:Welsh da:Danish
  de:German dv:Divehi dz:Dzongkha ee:Ewe el:Greek en:English eo:Esperanto es:Spanish et:Estonian eu:Basque
  fa:Persian ff:Fula fi:Finnish fj:Fijian fo:Faroese fr:French fy:Western_Frisian ga:Irish
  gd:Scottish_Gaelic gl:Galician gn:Guarani gu:Gujarati gv:Manx ha:Hausa he:Hebrew hi:Hindi ho:Hiri_Motu
  hr:Croatian ht:Haitian_Creole hu:Hungarian hy:Armenian hz:Herero ia:Interlingua id:Indonesian
  ie:Interlingue ig:Igbo ii:Sichuan_Yi ik:Inupiaq io:Ido is:Icelandic it:Italian iu:Inuktitut ja:Japanese
  jv:Javanese ka:Georgian kg:Kongo ki:Kikuyu kj:Kuanyama kk:Kazakh kl:Kalaallisut km:Khmer kn:Kannada
  ko:Korean kr:Kanuri ks:Kashmiri ku:Kurdish kv:Komi kw:Cornish ky:Kyrgyz la:Latin lb:Luxembourgish
  lg:Ganda li:Limburgish ln:Lingala lo:Lao lt:Lithuanian lu:Luba-Katanga lv:Latvian mg:Malagasy
  mh:Marshallese mi:Māori mk:Macedonian ml:Malayalam mn:Mongolian mr:Marathi ms:Malay mt:Maltese
  my:Burmese na:Nauru nb:Norwegian_Bokmål nd:North_Ndebele ne:Nepali ng:Ndonga nl:Dutch
  nn:Norwegian_Nynorsk no:Norwegian nr:South_Ndebele nv:Navajo ny:Nyanja oc:Occitan oj:Ojibwa om:Oromo
  or:Odia os:Ossetic pa:Punjabi pl:Polish ps:Pashto pt:Portuguese qu:Quechua rm:Romansh rn:Rundi
  ro:Romanian ru:Russian rw:Kinyarwanda sa:Sanskrit sc:Sardinian sd:Sindhi se:Northern_Sami sg:Sango
  si:Sinhala sk:Slovak sl:Slovenian sm:Samoan sn:Shona so:Somali sq:Albanian sr:Serbian ss:Swati
  st:Southern_Sotho su:Sundanese sv:Swedish sw:Swahili ta:Tamil te:Telugu tg:Tajik th:Thai ti:Tigrinya
  tk:Turkmen tl:Filipino tn:Tswana to:Tongan tr:Turkish ts:Tsonga tt:Tatar tw:Akan ty:Tahitian ug:Uyghur
  uk:Ukrainian ur:Urdu uz:Uzbek ve:Venda vi:Vietnamese vo:Volapük wa:Walloon wo:Wolof xh:Xhosa yi:Yiddish
  yo:Yoruba za:Zhuang zh:Chinese zu:Zulu fil:Filipino gsw:Swiss_German yue:Cantonese
`
    .trim()
    .split(/\s+/)
    .map((entry) => entry.replaceAll('_', ' ').split(':') as [Language, string]),
);

/** Codes of countries that people write for what is spoken there, and what languages call themselves. */
const MEANT: ReadonlyMap<string, Language> = new Map(
  Object.entries({
    ar: 'arabic, ae',
    cs: 'cz, čeština',
    cy: 'cymraeg',
    da: 'dk, dansk',
    de: 'at, deutsch, ger, deu',
    el: 'gr, ελληνικά',
    en: 'gb, us, eng',
    es: 'español, castellano, spa, mx',
    et: 'ee, eesti',
    fi: 'suomi, fin',
    fr: 'français, francais, fra, fre',
    hi: 'in',
    it: 'italiano, ita',
    ja: 'jp, jpn',
    ko: 'kp, kor',
    nb: 'norsk, bokmål',
    nl: 'flemish, vlaams, nederlands, nld, dut',
    pl: 'polski, pol',
    pt: 'português, portugues, por, brazilian',
    ro: 'română, rum, ron',
    sl: 'si-si, slovenščina',
    sq: 'al, shqip',
    sv: 'svenska, swe',
    tr: 'türkçe, tur',
    uk: 'ua, українська',
    zh: 'cn, chi, zho, mandarin',
  }).flatMap(([code, words]) => words.split(', ').map((word): [string, Language] => [word, code])),
);

export function isLanguage(code: string): boolean {
  return NAMES.has(code);
}

export function languageCodes(): Iterable<Language> {
  return NAMES.keys();
}

/** `Dutch` */
export function languageName(code: Language): string {
  return NAMES.get(code) ?? code;
}

/** `Dutch or French` */
export function languagesText(codes: readonly Language[]): string {
  return codes.map(languageName).join(' or ');
}

/** What was probably meant by a word that is no code: `Dutch`, `nl-BE` and `Nederlands` are `nl`. */
export function languagesMeant(word: string): readonly Language[] {
  const plain = word.trim().toLowerCase();
  const [main = ''] = plain.split(/[-_]/);
  const code = MEANT.get(plain) ?? (NAMES.has(main) ? main : MEANT.get(main));
  if (code !== undefined) return [code];
  const names = new Map([...NAMES].map(([own, name]) => [name.toLowerCase(), own]));
  const name = names.has(plain) ? plain : plain.length > 3 ? nearest(plain, names.keys()) : undefined;
  return name === undefined ? [] : [names.get(name)!];
}

/** Whoever or whatever may say so. */
interface Speaking {
  readonly languages?: readonly Language[];
}

/** Roles and sites of a workspace. */
interface Firm {
  readonly roles: ReadonlyMap<Id, Speaking>;
  readonly sites: ReadonlyMap<Id, Speaking>;
}

interface Workplace {
  readonly role: Id;
  readonly site: Id;
}

/** What people of a post understand: their role says, else their site; undefined: any. */
export function languagesOf(
  { roles, sites }: Firm,
  { role, site }: Workplace,
): readonly Language[] | undefined {
  return roles.get(role)?.languages ?? sites.get(site)?.languages;
}

/** Of several lists those that are in all of them; undefined stands for any. */
export function inCommon(lists: Iterable<readonly Language[] | undefined>): readonly Language[] | undefined {
  let common: readonly Language[] | undefined;
  for (const list of lists) {
    if (list) common = common ? common.filter((one) => list.includes(one)) : list;
  }
  return common;
}

/** The language in which a session is held, where anybody says anything about languages: the first that all share. */
export function heldIn(
  firm: Firm,
  module: Speaking | undefined,
  leaders: readonly Speaking[],
  posts: Iterable<Workplace>,
): Language | undefined {
  const people = [...posts].map((post) => languagesOf(firm, post));
  const spoken = leaders.map(({ languages }) => languages);
  return inCommon([module?.languages, ...people, ...spoken])?.[0];
}
