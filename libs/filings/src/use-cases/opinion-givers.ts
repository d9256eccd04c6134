import { Injectable } from '@nestjs/common';
import { OfficialStore } from '@zhaoguan/access';
import { isOwnOffice, type JurisdictionRow, type Site } from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import type { Opinion } from '../domain/opinion';
import { partIn } from '../domain/opinion-part';
import { OpinionStore } from '../store/opinion.store';

/** Of a department that is or would be asked, and by whom: whether anybody could answer now. */
export type IsAttended = (asked: Pick<Opinion, 'department' | 'askedBy'>) => boolean;

/**
 * Who could give the opinion of another department on a filing: with an account in use of that very department there, which may answer,
 * and without a part in the case. What `AnswerOpinion` refuses does not count.
 */
@Injectable()
export class OpinionGivers {
  constructor(
    private readonly officials: OfficialStore,
    private readonly opinions: OpinionStore,
    private readonly reference: ReferenceData,
  ) {}

  async at(manager: Tx['manager'], filing: Filing, { district, township }: Site): Promise<IsAttended> {
    const site = { district, township };
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const holders = await this.officials.holders(manager, {
      permission: 'opinion.answer',
      districts: [township ?? district],
      department: null,
    });
    const here = holders.filter(({ districts }) => isOwnOffice(districts, jurisdictions, site));
    const hands = { filing, takingPart: await this.opinions.takingPart(manager, filing.id) };
    return ({ department, askedBy }) =>
      here.some(
        ({ id, departments }) => departments.includes(department) && partIn(hands, askedBy, id) === null,
      );
  }
}
