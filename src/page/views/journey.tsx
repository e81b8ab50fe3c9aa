/** The customer's journey: stages across; touchpoints, who owns them, what is taught about them and whose voice is in it below. */
import { Nothing, usePage, Wide } from '../parts/common.tsx';

const PHASES: Readonly<Record<string, string>> = {
  before: 'before they are a customer',
  during: 'while they are one',
  after: 'after they were one',
};

export function Journey() {
  const { data } = usePage();
  const holes = data.journey.flatMap(({ touchpoints }) =>
    touchpoints.filter(({ modules }) => modules.length === 0),
  );
  return (
    <section class="journey">
      <h1>The customer’s journey</h1>
      <p class="lead">
        What customers go through, who owns each touchpoint, and what those people learn about it.{' '}
        {holes.length === 0
          ? 'Every touchpoint has a module that is about it.'
          : `${holes.length} touchpoints have no module of their own: they are marked ⚠.`}
      </p>
      {data.journey.length === 0 ? (
        <Nothing>The workspace names no stages yet.</Nothing>
      ) : (
        <Wide label="The customer’s journey, scrolls sideways">
          <ol class="stages">
            {data.journey.map((stage, i) => (
              <li key={stage.name}>
                <h2 dir="auto">
                  <small>{i + 1}</small> {stage.name}
                </h2>
                <p class="small" dir="auto">
                  {[PHASES[stage.phase], stage.feeling === '' ? '' : `feels: ${stage.feeling}`]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <ul>
                  {stage.touchpoints.map((touchpoint) => (
                    <li key={touchpoint.name} class={touchpoint.modules.length === 0 ? 'card hole' : 'card'}>
                      <h3 dir="auto">
                        {touchpoint.modules.length === 0 ? '⚠ ' : ''}
                        {touchpoint.name}
                      </h3>
                      <dl>
                        <div>
                          <dt>Owner</dt>
                          <dd dir="auto">{touchpoint.owners || 'nobody'}</dd>
                        </div>
                        <div>
                          <dt>Taught in</dt>
                          <dd>
                            <Modules some={touchpoint.modules} none="no module of its own" />
                          </dd>
                        </div>
                        <div>
                          <dt>Customer’s voice</dt>
                          <dd dir="auto">
                            {touchpoint.voices || (touchpoint.modules.length === 0 ? '–' : 'none is heard')}
                          </dd>
                        </div>
                      </dl>
                    </li>
                  ))}
                </ul>
                {stage.modules.length > 0 && (
                  <details>
                    <summary>The stage as a whole: {stage.modules.length}</summary>
                    <Modules some={stage.modules} none="" />
                  </details>
                )}
              </li>
            ))}
          </ol>
        </Wide>
      )}
    </section>
  );
}

function Modules({ some, none }: { some: readonly number[]; none: string }) {
  const { data, only } = usePage();
  if (some.length === 0) return <>{none}</>;
  return (
    <ul class="plain">
      {some.map((id) => (
        <li key={id} dir="auto">
          <a href={only('calendar', { module: data.modules[id]!.id, mode: 'list' })}>
            {data.modules[id]!.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
