import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';
import { licenseFrom } from './regime.builder';

interface Licensing {
  readonly app: TestApp;
  readonly filings: FilingBuilder;
  readonly operator: TestPerson;
  readonly health: TestPerson;
}

/** A county on the Monday from which 托育机构 are licensed in it, an applicant and the office. */
export async function startLicensing(): Promise<Licensing> {
  const app = await TestApp.start({ now: '2026-11-23T02:00:00Z' });
  const operator = await app.person('OPERATOR');
  const health = await app.person('REGISTRAR', { departments: ['health'] });
  await licenseFrom(app, '2026-11-23');
  return { app, filings: new FilingBuilder(app), operator, health };
}
