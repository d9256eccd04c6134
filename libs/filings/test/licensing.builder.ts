import { TestApp, type TestAppOptions, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';
import { licenseFrom } from './regime.builder';

interface Licensing {
  readonly app: TestApp;
  readonly filings: FilingBuilder;
  readonly operator: TestPerson;
  readonly health: TestPerson;
}

/** A Friday; the law holds from Monday on. */
export const FRIDAY_BEFORE = '2026-11-20T02:00:00Z';
const MONDAY = '2026-11-23T02:00:00Z';

/** A county in which 托育机构 are licensed, an applicant and the office; on the day from which it holds, unless told otherwise. */
export async function startLicensing(
  options: Pick<TestAppOptions, 'now' | 'worker'> = {},
): Promise<Licensing> {
  const app = await TestApp.start({ now: MONDAY, ...options });
  const operator = await app.person('OPERATOR');
  const health = await app.person('REGISTRAR', { departments: ['health'] });
  await licenseFrom(app, MONDAY.slice(0, 10));
  return { app, filings: new FilingBuilder(app), operator, health };
}
