/** The street of houses (see docs/architecture.md): who may know whom, each rule with its why. */
const HOUSES = [
  'exchange/table',
  'workspace',
  'wording',
  'demand',
  'schedule',
  'plan',
  'coverage',
  'costs',
  'report',
  'exchange',
  'delivery',
  'render',
  'output',
];

/** A house knows the ones before it, and what all share. */
const street = HOUSES.filter((house) => house !== 'render').map((house) => ({
  name: `${house.replace('/', '-')}-knows-only-earlier-houses`,
  comment:
    'Data goes one way through the street, so that each stage can be read, tested and replaced alone. What an earlier house needs of a later one’s results is a type in model.',
  severity: 'error',
  from: { path: `^src/${house}/`, ...(house === 'exchange' && { pathNot: '^src/exchange/table/' }) },
  to: {
    path: '^src/',
    pathNot: `^src/(${[...HOUSES.slice(0, HOUSES.indexOf(house) + 1), 'model', 'calendar', 'diagnostics', 'collections'].join('|')})/`,
  },
}));

/** The rooms of `schedule`, from what a problem is to how a year is planned; each knows the ones before it. */
const ROOMS = [
  'problem',
  'solution',
  'constraints',
  'objective',
  'construct',
  'bounds',
  'moves',
  'ejection',
  'anneal',
  'replan',
  'pins',
  'explain',
  'solve',
  'repair',
];

const rooms = ROOMS.map((room, at) => ({
  name: `${room}-knows-only-earlier-rooms`,
  comment:
    'A search is understood from the problem upwards: what a solution is must not depend on how one is found, nor a move on who calls it.',
  severity: 'error',
  from: { path: `^src/schedule/${room}/` },
  to: {
    path: '^src/schedule/',
    pathNot: `^src/schedule/(types\\.ts$|(${ROOMS.slice(0, at + 1).join('|')})/)`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...street,
    ...rooms,
    {
      name: 'verify-knows-nothing-of-the-search',
      comment:
        'A second opinion that leaned on the search would make its mistakes: it has the model, the plan and the calendar, and the words.',
      severity: 'error',
      from: { path: '^src/verify/' },
      to: { path: '^src/', pathNot: '^src/(verify|model|calendar|diagnostics|wording|collections)/' },
    },
    {
      name: 'fix-tries-it-does-not-tell',
      comment:
        'Patches are tried on a copy in memory, through the same street as everything else; what is shown and written is the command line’s.',
      severity: 'error',
      from: { path: '^src/fix/' },
      to: { path: '^src/(report|render|output|verify|cli)/' },
    },
    {
      name: 'only-the-command-line-fixes',
      comment: 'A stage that called for its own repair would go round in circles.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(fix|cli)/' },
      to: { path: '^src/fix/' },
    },
    {
      name: 'only-the-command-line-asks-for-a-second-opinion',
      comment: 'A planner that asked its judge would learn what the judge overlooks.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(verify|cli)/' },
      to: { path: '^src/verify/' },
    },
    {
      name: 'render-knows-tables-not-training',
      comment:
        'A format is written once for every report there will be: a renderer that knew what a session is would have to change with the product. It gives back files, so it knows the word for one.',
      severity: 'error',
      from: { path: '^src/render/' },
      to: {
        path: '^src/',
        pathNot: '^src/(render|report|calendar|diagnostics)/|^src/(output/types|wording/clean)\\.ts$',
      },
    },
    {
      name: 'publish-knows-files-and-plans',
      comment:
        'What goes out to calendars is what was written: whoever publishes reads files and the plan, and makes no words of its own.',
      severity: 'error',
      from: { path: '^src/publish/' },
      to: {
        path: '^src/',
        pathNot: '^src/(publish|model|calendar|plan|wording)/|^src/render/ics/lines\\.ts$',
      },
    },
    {
      name: 'page-knows-its-data-and-words-only',
      comment:
        'What runs in a browser is built into one text: it knows the form of its data, days and words, and nothing that a browser has not.',
      severity: 'error',
      from: { path: '^src/page/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/page/|^src/report/look/types\\.ts$|^src/report/look/types/|^src/calendar/(date|say)\\.ts$|^src/wording/words\\.ts$',
      },
    },
    {
      name: 'nothing-knows-the-page',
      comment: 'Page data in, HTML out: the rest of cxplan knows the built text only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/page/' },
      to: { path: '^src/page/' },
    },
    {
      name: 'calendar-and-diagnostics-know-no-house',
      comment:
        'Everybody stands on them; if they leaned on anybody, everything would hang together with everything.',
      severity: 'error',
      from: { path: '^src/(calendar|diagnostics)/' },
      to: { path: '^src/', pathNot: '^src/(calendar|diagnostics|collections)/' },
    },
    {
      name: 'model-knows-only-days-and-pointers',
      comment:
        'The domain is types and small pure helpers; it must be readable without any of the machinery.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/(model|calendar|diagnostics|collections)/' },
    },
    {
      name: 'collections-know-nothing',
      comment: 'Lists by a key, sums, the order of texts: what every house may lean on leans on none.',
      severity: 'error',
      from: { path: '^src/collections/' },
      to: { path: '^src/', pathNot: '^src/collections/' },
    },
    {
      name: 'nothing-knows-the-command-line',
      comment:
        'Planning must work the same in a test, a server or an editor; only the command line has a terminal and a clock.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'only-workspace-and-output-touch-files',
      comment:
        'Planning is pure: what it gives depends on what it is given, never on a disk. Links, limits and faults are dealt with in two places.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(workspace|output)/|^src/cli/(host|compiled)\\.ts$' },
      to: { path: '^(node:)?(fs|fs/promises)$', dependencyTypes: ['core'] },
    },
    {
      name: 'workbooks-are-read-in-one-place',
      comment:
        'What others send is read with limits and in pieces: exchange/table/workbook.ts does so, and everybody asks it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(exchange/table|render)/' },
      to: { path: 'node_modules/hucre/' },
    },
    {
      name: 'no-network-no-processes',
      comment:
        'cxplan reads a folder and writes a folder. Nothing of a firm’s staffing leaves the machine, but for calendars that somebody asks to be published. `diff` alone asks the git that is installed what it remembers, and `generate --pdf` an installed Chromium, which finds no host, to print.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/diff/git|publish/server|output/pdf/chromium)\\.ts$' },
      to: { path: '^(node:)?(http|https|http2|net|dgram|dns|tls|child_process)$', dependencyTypes: ['core'] },
    },
    {
      name: 'dates-have-one-library',
      comment:
        'What knows days of the world is used in calendar alone; elsewhere a day is a whole number (calendar/date.ts).',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/calendar/' },
      to: { path: 'node_modules/(date-fns|date-holidays|moment|moment-timezone)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing uses is forgotten code.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot:
          '^src/(cli/main|schedule/solve/worker|scenarios/worker|page/(main|live))\\.tsx?$|types\\.ts$|\\.gen\\.',
      },
      to: {},
    },
    {
      name: 'sources-do-not-use-tests',
      comment: 'What is shipped must not lean on what is not.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere fails here rather than at a user’s.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
