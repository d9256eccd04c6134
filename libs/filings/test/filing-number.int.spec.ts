import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import fc from 'fast-check';
import { buildInstitution } from '../../institutions/test/institution.builder';
import type { SeriesLetters } from '../src/domain/filing-number';
import { FilingNumberStore } from '../src/store/filing-number.store';

describe('filing numbers beside those of a directory', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  /** By somebody who is responsible for one township only, and sees no other site. */
  const next = (district: string, letters: SeriesLetters, year: number): Promise<string> =>
    app.nest
      .get(UnitOfWork)
      .run({ ...systemCaller('test'), districts: ['610116005'] }, (tx) =>
        app.nest.get(FilingNumberStore).next(tx, district, letters, year),
      );
  const directory = (filingNumber: string, district = '610116') =>
    buildInstitution(app.nest, { filingNumber, district, source: 'IMPORT' });

  it('begin after the highest that the directory brought in, of the same series only', async () => {
    await directory('610116-YL-2031-0001');
    await directory('610116-yl-2031-0041');
    await directory('610116-YL-2031-12');
    await directory('610116-YL-2031-9999附');
    await directory('610116-YL-20311-0900');
    await directory('610116-TY-2031-0700');
    expect(await next('610116', 'YL', 2031)).toBe('610116-YL-2031-0042');
    expect(await next('610116', 'TY', 2031)).toBe('610116-TY-2031-0701');
    expect(await next('610116', 'YL', 2032)).toBe('610116-YL-2032-0001');
  });

  it('never meet a number of the registry, whenever that came in', async () => {
    let year = 2040;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant('accept'), fc.integer({ min: 1, max: 12 })), { maxLength: 14 }),
        async (acts) => {
          year += 1;
          const numbers = new Set<string>();
          for (const act of acts) {
            const number =
              act === 'accept'
                ? await next('500152', 'TY', year)
                : `500152-TY-${year}-${String(act).padStart(4, '0')}`;
            if (act === 'accept') expect(numbers).not.toContain(number);
            if (!numbers.has(number)) await directory(number, '500152');
            numbers.add(number);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('count past what came in later', async () => {
    const first = await next('330106', 'TY', 2033);
    await directory('330106-TY-2033-0002', '330106');
    await directory('330106-TY-2033-0003', '330106');
    expect([first, await next('330106', 'TY', 2033)]).toEqual(['330106-TY-2033-0001', '330106-TY-2033-0004']);
  });
});
