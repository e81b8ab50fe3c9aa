/** What is missing, why it matters, and what closes it. */
import type { PageFinding } from '../../report/look/types/gaps.ts';
import { Nothing, Select, usePage } from '../parts/common.tsx';
import { counted, decimal } from '../words.ts';

const SEVERITIES = [
  ['error', 'Errors', '✗ error'],
  ['warn', 'Warnings', '⚠ warning'],
  ['info', 'Worth knowing', 'worth knowing'],
] as const;

export function Gaps() {
  const { year, data, settings, selection, here, go } = usePage();
  const { department } = selection.asked;
  const rules = [...new Set(data.findings.map(({ rule }) => rule))].sort();
  const found = data.findings.filter(
    ({ rule, severity, departments, message }) =>
      (settings.rule === undefined || rule === settings.rule) &&
      (settings.severity === undefined || severity === settings.severity) &&
      (department === undefined || departments.includes(department)) &&
      (settings.q === undefined || message.toLowerCase().includes(settings.q.toLowerCase())),
  );
  const open = found.filter(({ waived }) => waived === '');
  const waived = found.filter((finding) => finding.waived !== '');
  const unplaced = data.unplaced.filter((one) => department === undefined || one.department === department);
  return (
    <section class="gaps">
      <h1>Gaps</h1>
      <p class="lead" dir="auto">
        {data.programme.headline}
      </p>
      <div class="tools">
        <Select
          label="Rule"
          all="All rules"
          value={settings.rule ?? ''}
          options={rules.map((rule) => ({ value: rule, text: rule }))}
          onChange={(rule) => go(here({ rule }))}
        />
        <Select
          label="How grave"
          all="All"
          value={settings.severity ?? ''}
          options={SEVERITIES.map(([value, text]) => ({ value, text }))}
          onChange={(severity) => go(here({ severity }))}
        />
      </div>
      {open.length === 0 && <Nothing>No gap of this kind.</Nothing>}
      {SEVERITIES.map(([severity, title]) => {
        const some = open.filter((finding) => finding.severity === severity);
        return some.length === 0 ? null : (
          <div key={severity}>
            <h2>
              {title} ({some.length})
            </h2>
            {some.map((finding) => (
              <Finding key={finding.message} finding={finding} />
            ))}
          </div>
        );
      })}
      {unplaced.length > 0 && (
        <>
          <h2>
            Found no place (
            {decimal(
              year,
              unplaced.reduce((sum, { seats }) => sum + seats, 0),
            )}{' '}
            seats)
          </h2>
          <ul class="unplaced">
            {unplaced.map(({ words, department: of }) => (
              <li key={`${of} ${words}`} dir="auto">
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {waived.length > 0 && (
        <>
          <h2>Accepted for a while ({waived.length})</h2>
          {waived.map((finding) => (
            <Finding key={finding.message} finding={finding} />
          ))}
        </>
      )}
    </section>
  );
}

export function Finding({ finding, short = false }: { finding: PageFinding; short?: boolean }) {
  const { year, data, to } = usePage();
  const { rule, severity, message, why, fix, patch, source, waived, implied, departments } = finding;
  const label = SEVERITIES.find(([id]) => id === severity)?.[2];
  return (
    <article class={`card finding ${severity}`}>
      <p dir="auto">
        <b class="label">{label}</b> {message}
      </p>
      {fix !== '' && (
        <p dir="auto">
          <b>What closes it</b> {fix}
        </p>
      )}
      {patch !== undefined && (
        <p dir="auto" class="patch">
          <b>Tried</b> {patch}
        </p>
      )}
      {waived !== '' && (
        <p dir="auto">
          <b>Accepted</b> {waived}
        </p>
      )}
      {!short && (
        <details>
          <summary>Why it matters</summary>
          <p dir="auto">{why}</p>
          {source !== '' && <p class="small">{source}</p>}
          {implied.length > 0 && (
            <>
              <p>{counted(year, implied.length, 'finding')} that follow from it:</p>
              <ul>
                {implied.map((text) => (
                  <li key={text} dir="auto">
                    {text}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="hint">
            <code dir="ltr">cxplan fix --rule {rule}</code> looks for the smallest change that closes it and
            says the score and the hours it brings.
          </p>
        </details>
      )}
      <p class="links small">
        <a href={to('gaps', { rule })}>{rule}</a>
        {departments.map((id) =>
          data.departments[id] ? (
            <a key={id} href={to('start', { department: data.departments[id].id })}>
              {data.departments[id].name}
            </a>
          ) : null,
        )}
      </p>
    </article>
  );
}
