import { Injectable } from '@nestjs/common';
import { RecordDisclosure, type Revealed } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Application } from '../domain/application';
import { LoadForDecision } from './load-for-decision';
import { PresentFiling } from './present-filing';

/** What an official may be shown in clear of a filing. */
export const REVEALABLE_OF_FILING = [
  'legalRepresentative.phone',
  'legalRepresentative.residentId',
  'contact.phone',
] as const;
export type RevealableOfFiling = (typeof REVEALABLE_OF_FILING)[number];

const VALUES: Readonly<Record<RevealableOfFiling, (application: Application) => string | null>> = {
  'legalRepresentative.phone': ({ legalRepresentative }) => legalRepresentative.phone,
  'legalRepresentative.residentId': ({ legalRepresentative }) => legalRepresentative.residentId,
  'contact.phone': ({ contact }) => contact.phone,
};

/** The registrar who decides calls the applicant, or compares a document (查看备案当事人个人信息). */
@Injectable()
export class RevealApplicant {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly present: PresentFiling,
    private readonly disclosure: RecordDisclosure,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, REASON_REQUIRED, REVEAL_LIMIT */
  execute(
    caller: Caller,
    id: string,
    fields: readonly RevealableOfFiling[],
    reason: string,
  ): Promise<Revealed<RevealableOfFiling>> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, id, 'filing.reveal');
      const { application } = await this.present.contents(tx.manager, filing, caller);
      const remainingToday = await this.disclosure.execute(tx, {
        subjectType: 'filing',
        subjectId: id,
        district: application.district,
        fields,
        reason,
      });
      const values = Object.fromEntries(fields.map((field) => [field, VALUES[field](application)]));
      return { values, remainingToday };
    });
  }
}
