/** Sessions of few people are told with what they take, how few would do, and the setting that keeps them small. */
import { describe, expect, it } from 'vitest';
import { sessionSizes } from '../../src/coverage/measure/session-sizes.ts';
import { fullyPlanned, programme } from '../schedule/helpers.ts';

const firm = (maxAway: string) => `${programme('', '2027-01-04', '2027-03-31')}
departments: { shop: { maxAway: ${maxAway} } }
rooms: { lab: { site: main, seats: 12 } }
roles: { seller: { department: shop, heads: 12 } }
facilitators: { ann: { kind: trainer } }
modules:
  try: { audience: everyone, format: workshop, minutes: 60, seats: { min: 6, max: 12 }, when: { from: 2027-01-11, by: 2027-03-31 } }
`;

describe('sizes of sessions', () => {
  it('names the share that lets one go at a time', async () => {
    const { model, plan } = await fullyPlanned(firm('8%'));
    expect(sessionSizes(model, plan)).toEqual([
      {
        module: 'try',
        sessions: 12,
        belowMin: 12,
        ofOne: 12,
        minutes: 720,
        least: 12,
        otherwise: 1,
        cause: {
          setting: 'maxAway',
          pointer: ['departments', 'shop', 'maxAway'],
          most: 1,
          heads: 12,
          limit: { share: 0.08 },
        },
      },
    ]);
  });

  it('says how few would do where a replan keeps what was made for less, and blames no setting', async () => {
    const { plan } = await fullyPlanned(firm('8%'));
    const after = await fullyPlanned(firm('100%'), { previous: plan, inputs: 'sha256:1' });
    expect(sessionSizes(after.model, after.plan)).toMatchObject([
      { sessions: 12, ofOne: 12, least: 1, cause: undefined },
    ]);
  });

  it('does not call small what is meant for two: coaching and shadowing that ask for no more', async () => {
    const coaching = firm('8%').replace('format: workshop', 'format: coaching');
    const one = await fullyPlanned(coaching.replace('min: 6, ', ''));
    expect(one.plan.sessions.length).toBeGreaterThan(6);
    expect(sessionSizes(one.model, one.plan)).toEqual([]);
    const six = await fullyPlanned(coaching);
    expect(sessionSizes(six.model, six.plan)).toMatchObject([{ belowMin: 12, ofOne: 12 }]);
  });

  it('says nothing where sessions are full', async () => {
    const { model, plan } = await fullyPlanned(firm('100%'));
    expect(sessionSizes(model, plan)).toEqual([]);
  });
});
