import { PublicReference } from '../src/public/public-reference';

const MINUTE = 60_000;
const licence = { kind: 'CHILDCARE', siteType: null, jurisdiction: '610116', regime: 'LICENCE' };

describe('reference data of the public site', () => {
  it('learns within a minute that licences are held, and asks for the districts less often', async () => {
    let now = new Date('2026-11-27T02:00:00Z').getTime();
    let rows: readonly object[] = [];
    const asked: string[] = [];
    const database = {
      query: <T>(text: string, values: readonly unknown[] = []): Promise<T> => {
        asked.push(typeof values[0] === 'string' ? values[0] : 'districts');
        return Promise.resolve((text.includes('reference.entry') ? rows : []) as T);
      },
    };
    const reference = new PublicReference(database, { now: () => new Date(now) });
    expect((await reference.words()).held).toBe('备案');
    await reference.districts();
    rows = [{ data: { ...licence, effectiveFrom: '2026-11-27' } }];
    now += MINUTE - 1;
    expect((await reference.words()).held).toBe('备案');
    now += 1;
    expect((await reference.words()).held).toBe('备案、许可');
    await reference.districts();
    expect(asked).toEqual(['regimes', 'districts', 'regimes']);
  });
});
