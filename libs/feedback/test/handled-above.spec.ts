import fc from 'fast-check';
import { handledAbove, whyAbove } from '../src/domain/handled-above';

const PLACES = {
  jurisdictions: [],
  districts: new Map([
    ['610000', { parent: null }],
    ['610100', { parent: '610000' }],
    ['610116', { parent: '610100' }],
  ]),
};
const SITE = { district: '610116', township: null, raisedTo: null };
const HOLDERS = [
  { id: 'county', districts: ['610116'] },
  { id: 'city', districts: ['610100'] },
  { id: 'province', districts: ['610000'] },
];

describe('where a bad rating is handled', () => {
  it.each([
    ['the office itself, where somebody may', ['city'], null],
    ['the city, where nobody of the county may', ['county'], '610100'],
    ['the province, where nobody of the city may either', ['county', 'city'], '610000'],
    ['nowhere above, where everybody has had a hand', ['county', 'city', 'province'], null],
  ])('is %s', (_, hands, place) => {
    expect(handledAbove(SITE, HOLDERS, hands, PLACES)).toBe(place);
  });

  it('stays where it was raised as long as somebody there may, and is looked for anew then', () => {
    const raised = { ...SITE, raisedTo: '610100' };
    expect(handledAbove(raised, HOLDERS, [], PLACES)).toBe('610100');
    expect(handledAbove(raised, HOLDERS, ['city'], PLACES)).toBeNull();
    expect(handledAbove(raised, HOLDERS, ['city', 'county'], PLACES)).toBe('610000');
  });

  it.each([
    ['all of the office have had a hand in it', HOLDERS, ['county'], 'INVOLVED'],
    ['nobody of the office holds the right', HOLDERS.slice(1), [], 'ABSENT'],
    ['somebody has come since: that of then', HOLDERS, [], null],
  ])('says why it is handled above: %s', (_, holders, hands, why) => {
    expect(whyAbove({ ...SITE, raisedFor: null }, holders, hands, PLACES)).toBe(why);
  });

  it('is never where only those stand who have had a hand in it', () => {
    fc.assert(
      fc.property(fc.subarray(HOLDERS), fc.subarray(HOLDERS.map(({ id }) => id)), (holders, hands) => {
        const place = handledAbove(SITE, holders, hands, PLACES);
        return (
          place === null ||
          holders.some(({ id, districts }) => districts.includes(place) && !hands.includes(id))
        );
      }),
    );
  });
});
