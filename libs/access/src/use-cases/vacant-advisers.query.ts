import { Injectable } from '@nestjs/common';
import {
  departmentLabel,
  isResponsible,
  type Caller,
  type DepartmentCode,
  type DepartmentRow,
  type JurisdictionRow,
} from '@zhaoguan/contracts';
import { districtPrefix, isDistrictCode } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Page } from '@zhaoguan/platform';
import { OfficialStore } from '../store/official.store';

/** A county whose registrars have nobody to ask in these departments. */
export interface VacantAdvisers {
  readonly district: string;
  /** As they are called there. */
  readonly departments: readonly string[];
}

/** 消防、市场监管、住建、教育: whose opinion on a filing is asked as a rule. Of the others it is asked for a reason, and an account can wait for that. */
const ASKED_AS_A_RULE: readonly DepartmentCode[] = ['fire', 'market-regulation', 'housing', 'education'];

const isCounty = (code: string): boolean => isDistrictCode(code) && districtPrefix(code) === code;

/**
 * In which departments nobody could answer what a registrar asks (没有协同意见答复人), for who makes the accounts: the registrar is refused
 * there, and nobody else would hear of it. Counties in which nobody asks are left out.
 */
@Injectable()
export class VacantAdvisersQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly officials: OfficialStore,
    private readonly reference: ReferenceData,
  ) {}

  async execute(caller: Caller): Promise<Page<VacantAdvisers>> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const departments = await this.reference.list<DepartmentRow>('departments');
    return this.work.read(caller, async (manager) => {
      const asking = (await this.officials.districtsOf(manager, 'filing.consult')).filter(
        (district) =>
          isCounty(district) && isResponsible(caller.districts, jurisdictions, { district, township: null }),
      );
      const items: VacantAdvisers[] = [];
      const answering = await this.officials.heldAt(manager, 'opinion.answer', asking);
      for (const district of asking) {
        const held = new Set(
          answering.filter(({ code }) => code === district).map(({ department }) => department),
        );
        const here = departments.filter(({ jurisdiction }) => jurisdiction === district);
        const named = new Map<string, string>(here.map(({ code, name }) => [code, name]));
        const vacant = ASKED_AS_A_RULE.filter((code) => here.length === 0 || named.has(code))
          .filter((code) => !held.has(code))
          .map((code) => named.get(code) ?? departmentLabel(code));
        if (vacant.length > 0) items.push({ district, departments: vacant });
      }
      return { items, nextCursor: null };
    });
  }
}
