import { Inject, Injectable } from '@nestjs/common';
import {
  findRegime,
  itemUnder,
  refuse,
  serviceItemSlug,
  type ChangeRuleRow,
  type DepartmentRow,
  type FormDefinition,
  type JurisdictionRow,
  type MaterialRow,
  type Regime,
  type RegimeRow,
  type ServiceItemRow,
  type TermRow,
} from '@zhaoguan/contracts';
import { serviceGuide, type GuideReference, type ServiceGuide } from '@zhaoguan/filings';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK } from '@zhaoguan/platform';
import { PublicReference } from '@zhaoguan/publication';

/** Guides (办事指南) out of the published reference data, which are kept in memory. */
@Injectable()
export class ServiceGuides {
  constructor(
    private readonly reference: PublicReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 政务服务事项清单, as the law has it nationwide today. */
  async items(): Promise<readonly ServiceItemRow[]> {
    const regimes = await this.reference.list<RegimeRow>('regimes');
    return (await this.listed()).map((item) => {
      const where = { kind: item.kind, siteType: item.siteType, district: '000000', on: this.today() };
      return itemUnder(item, findRegime(regimes, where));
    });
  }

  /** @throws NOT_FOUND */
  async item(slug: string): Promise<ServiceItemRow> {
    const found = (await this.listed()).find((item) => serviceItemSlug(item) === slug);
    if (!found) throw refuse('NOT_FOUND');
    return found;
  }

  /** @throws NOT_FOUND for the item; UNKNOWN_DISTRICT for what is no county */
  async guide(slug: string, district: string | null, held?: Regime): Promise<ServiceGuide> {
    const item = await this.item(slug);
    const reference = await this.lists();
    if (district !== null && reference.districts.get(district)?.level !== 'COUNTY') {
      throw refuse('UNKNOWN_DISTRICT', {}, [{ pointer: '/district', code: 'UNKNOWN_DISTRICT' }]);
    }
    return serviceGuide(reference, { item, district, on: this.today(), held });
  }

  private listed(): Promise<readonly ServiceItemRow[]> {
    return this.reference.list<ServiceItemRow>('service-items');
  }

  private async lists(): Promise<GuideReference> {
    const [forms, materials, terms, regimes, changeRules, jurisdictions, departments, districts] =
      await Promise.all([
        this.reference.list<FormDefinition>('forms'),
        this.reference.list<MaterialRow>('materials'),
        this.reference.list<TermRow>('terms'),
        this.reference.list<RegimeRow>('regimes'),
        this.reference.list<ChangeRuleRow>('change-rules'),
        this.reference.list<JurisdictionRow>('jurisdictions'),
        this.reference.list<DepartmentRow>('departments'),
        this.reference.districts(),
      ]);
    return { forms, materials, terms, regimes, changeRules, jurisdictions, departments, districts };
  }

  private today(): PlainDate {
    return dateInShanghai(this.clock.now());
  }
}
