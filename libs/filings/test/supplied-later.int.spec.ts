import { execFileSync } from 'node:child_process';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { ChangeAnswer } from './change-scene.builder';
import type { FilingBuilder } from './filing.builder';
import { Offices, registeredIn } from './offices.builder';

describe('a change of a 养老机构 that was filed before the form asked for more', () => {
  let offices: Offices;
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let county: TestPerson;
  beforeAll(async () => {
    offices = await Offices.open();
    ({ app, filings, operator, county } = offices);
  });
  afterAll(() => app.stop());

  /** As an edition of the form left it that asked neither for the level nor for anything besides the columns. */
  const filedLongAgo = async (): Promise<string> => {
    const first = await filings.submitted(operator, 'ELDERLY_CARE', registeredIn('610116'));
    const { institutionId } = await filings.act(county, first.id, 'accept');
    await app.database.query(
      `update institutions.institution set details = details || '{"particulars": {}}' where id = $1`,
      [institutionId],
    );
    return institutionId as string;
  };
  const begun = async (institutionId: string, institution?: object): Promise<ChangeAnswer> => {
    const draft = { type: 'CHANGE', kind: 'ELDERLY_CARE', institutionId, institution };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(201);
    return body as ChangeAnswer;
  };
  const handedIn = async (change: ChangeAnswer): Promise<ChangeAnswer> => {
    await filings.upload(operator, change);
    return (await filings.act(operator, change.id, 'submit')) as ChangeAnswer;
  };
  const linesOf = ({ amendments }: ChangeAnswer) =>
    amendments.map(({ label, new: now, supplied }) => [label, now, supplied]);

  it('has the level that the code says, and it is no change for either side nor in the register', async () => {
    const institutionId = await filedLongAgo();
    const change = await begun(institutionId);
    expect(change.institution['particulars']).toEqual({ registryLevel: 'COUNTY' });
    expect(change.amendments).toEqual([]);

    const more = await begun(await filedLongAgo(), { capacity: 150 });
    await handedIn(more);
    const seen = await offices.read(county, `filings/${more.id}`);
    expect(linesOf(seen)).toEqual([['床位数', '150 张', undefined]]);
    const { institutionId: changed } = await filings.act(county, more.id, 'accept');
    const { details } = await offices.read(county, `institutions/${changed}`);
    expect(details.particulars).toEqual({ registryLevel: 'COUNTY' });
  });

  it('is accepted also when it was handed in before the level was read from the code', async () => {
    const { id } = await handedIn(await begun(await filedLongAgo(), { capacity: 150 }));
    await app.database.query(
      `update filings.filing set base_application = base_application #- '{particulars,registryLevel}' where id = $1`,
      [id],
    );
    expect(await filings.act(county, id, 'accept')).toMatchObject({ status: 'ACCEPTED' });
  });

  it('calls what was not filled in before 补充填报 and no change, on the screen and on paper', async () => {
    const said = { capacity: 150, particulars: { dayBeds: 10 } };
    const change = await begun(await filedLongAgo(), said);
    expect(linesOf(change)).toEqual([
      ['床位数', '150 张', undefined],
      ['日托床位数', '10 张', true],
    ]);
    await handedIn(change);
    const form = await app.as(operator).get(`/api/v1/filings/${change.id}/application.pdf`).buffer(true);
    expect(textOf(form.body as Buffer)).toContain('补充填报：10张');
    await filings.act(county, change.id, 'accept');
    await app.idle();
    const receipt = await app.as(operator).get(`/api/v1/filings/${change.id}/receipt.pdf`).buffer(true);
    const words = textOf(receipt.body as Buffer);
    expect(words).toContain('变更事项、补充填报的事项和变更后的备案项目如下');
    expect(words).toMatch(/120张→150张.*补充填报的事项.*10张/);
    expect(words).not.toContain('未填报→');
  });
});

const textOf = (bytes: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString().replace(/\s/g, '');
