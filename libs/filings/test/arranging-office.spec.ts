import { arrangedAt } from '../src/domain/arranging-office';

const PLACES = {
  jurisdictions: [],
  districts: new Map([
    ['610116', { parent: '610100' }],
    ['610100', { parent: '610000' }],
    ['610000', { parent: null }],
  ]),
};
const COUNTY = { district: '610116', township: null };
const head = (id: string, ...districts: string[]) => ({ id, districts });

describe('where it is arranged that somebody decides a case', () => {
  it.each([
    ['the authority itself', [head('a', '610116'), head('b', '610100')], [], '610116'],
    [
      'the city, where who heads the county has made it',
      [head('a', '610116'), head('b', '610100')],
      ['a'],
      '610100',
    ],
    ['the nearest above with a head', [head('c', '610000')], [], '610000'],
    ['the authority, where nobody is above', [], [], '610116'],
  ])('is %s', (_, heads, makers, district) => {
    expect(arrangedAt(COUNTY, heads, makers, PLACES)).toEqual({ district, township: null });
  });
});
