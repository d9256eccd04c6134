import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectedCounty, type Inspected } from './inspected.builder';

export const NOTICE = {
  measures: ['WARNING', 'FINE'],
  amountFen: 500_000,
  facts: '经现场检查，二层疏散通道堆放杂物。',
  reasons: '上述行为违反强制性国家标准，情节严重。',
};
/** As the official enters it who handed the paper over. */
export const HANDED = { service: 'DELIVERED', serviceNote: '由机构负责人当面签收' };
export const PENALTY = { outcome: 'PENALTY', text: '决定给予警告，并处罚款五千元。' };

/** A county with inspected institutions, a case officer, the operator of most of them, and one of another. */
export class CaseScene {
  private constructor(
    readonly app: TestApp,
    readonly county: InspectedCounty,
    readonly officer: TestPerson,
    readonly operator: TestPerson,
    readonly stranger: TestPerson,
  ) {}

  static async start(parties: number): Promise<CaseScene> {
    return CaseScene.in(await TestApp.start(), parties);
  }

  /** @param photo taken as evidence at every inspection */
  static async in(app: TestApp, parties: number, photo?: Buffer): Promise<CaseScene> {
    const officer = await app.person('CASE_OFFICER');
    const operator = await app.person('OPERATOR');
    const stranger = await app.person('OPERATOR');
    const own = Array.from({ length: parties }, () => ({ operatorId: operator.id }));
    const others = [
      { operatorId: stranger.id },
      { operatorId: operator.id, legalForm: 'SOLE_PROPRIETOR' as const },
    ];
    const county = await InspectedCounty.build(app, officer, [...own, ...others], photo);
    return new CaseScene(app, county, officer, operator, stranger);
  }

  readonly post = (person: TestPerson, path: string, body: object) =>
    this.app.as(person).post(`/api/v1/penalty-cases${path}`).send(body);

  readonly ordinary = (): Inspected =>
    this.county.take(
      ({ operatorId, legalForm }) => operatorId === this.operator.id && legalForm !== 'SOLE_PROPRIETOR',
    );

  readonly caseOn = ({ institution, binding }: Inspected, basisCode = 'YL_46_3') => ({
    institutionId: institution.id,
    findingIds: [binding],
    basisCode,
  });

  readonly opened = async (basisCode?: string, party = this.ordinary()): Promise<string> => {
    const answer = await this.post(this.officer, '', this.caseOn(party, basisCode)).expect(201);
    return answer.body.id as string;
  };

  readonly noticed = async (): Promise<string> => {
    const id = await this.opened();
    await this.post(this.officer, `/${id}/notice`, NOTICE).expect(200);
    return id;
  };

  /** With its notice on paper, which nobody has handed over yet. */
  readonly prepared = async (party = this.ordinary()): Promise<string> => {
    const id = await this.opened('YL_46_3', party);
    await this.post(this.officer, `/${id}/notice-paper`, NOTICE).expect(200);
    return id;
  };

  readonly stated = async (): Promise<string> => {
    const id = await this.noticed();
    const text = '已于当日清理完毕，请从轻处理。';
    await this.post(this.operator, `/${id}/statement`, { text }).expect(200);
    return id;
  };
}
