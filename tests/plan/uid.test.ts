import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addressOf, programmeId, uidOf } from '../../src/plan/uid.ts';

const sha = (text: string, digits: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, digits);

describe('a UID', () => {
  it('has the month in which the programme starts', () => {
    const programme = { id: 'care', starts: '2027-03-08', domain: 'firm.example' };
    expect(addressOf(programme)).toBe('care.2027-03@firm.example');
    expect(uidOf('talk.2027-04', addressOf(programme))).toBe('talk.2027-04.care.2027-03@firm.example');
  });

  it('is whole up to 200 octets; beyond, a hash of the whole stands for the middle', () => {
    const address = 'care.2027-03@firm.example';
    const fits = 'm'.repeat(200 - address.length - 1);
    expect(uidOf(fits, address)).toBe(`${fits}.${address}`);
    const long = `${fits}m`;
    const uid = uidOf(long, address);
    expect(uid).toHaveLength(200);
    expect(uid).toBe(`${'m'.repeat(200 - 32 - 12 - 2)}.${sha(`${long}.${address}`, 32)}@firm.example`);
    expect(uidOf(`${long}n`, address)).not.toBe(uid);
  });

  it('keeps the end of a long domain, and never begins it with a dot or a hyphen', () => {
    const address = `care.2027-03@${'x'.repeat(130)}.-${'y'.repeat(98)}`;
    const uid = uidOf('talk', address);
    expect(uid).toBe(`talk.care.2027-03.${sha(`talk.${address}`, 32)}@${'y'.repeat(98)}`);
    expect(uidOf('talk', `care.2027-03@${'z'.repeat(190)}`).split('@')[1]).toBe('z'.repeat(100));
  });

  it('is cut at the last @, where an id holds one', () => {
    const uid = uidOf('a@b', `care.2027-03@${'z'.repeat(190)}`);
    expect(uid.startsWith('a@b.care.2027-03.')).toBe(true);
  });
});

describe('the id of a programme that has none', () => {
  it.each([
    ['Customer Care 2027', 'customer-care-2027'],
    ['  Fürsorge: für alle!  ', 'fursorge-fur-alle'],
    ['--a--b--', 'a-b'],
    ['x'.repeat(64), 'x'.repeat(64)],
    ['x'.repeat(65), `${'x'.repeat(55)}-${sha('x'.repeat(65), 8)}`],
    ['顧客', `programme-${sha('顧客', 8)}`],
    ['Care 顧客', `care-${sha('Care 顧客', 8)}`],
    [
      `${'x'.repeat(54)}-${'y'.repeat(20)}`,
      `${'x'.repeat(54)}-${sha(`${'x'.repeat(54)}-${'y'.repeat(20)}`, 8)}`,
    ],
  ])('%s', (name, id) => {
    expect(programmeId(name)).toBe(id);
    expect(id.length).toBeLessThanOrEqual(64);
  });
});
