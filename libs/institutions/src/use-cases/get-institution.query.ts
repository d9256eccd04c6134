import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { lastFour, maskPhone, maskResidentId } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Institution } from '../domain/institution';
import { InstitutionStore } from '../store/institution.store';

@Injectable()
export class GetInstitution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
  ) {}

  /** With personal data masked. @throws NOT_FOUND, also for an institution of another jurisdiction */
  async execute(caller: Caller, id: string): Promise<Omit<Institution, 'operatorId'>> {
    const found = await this.work.read(caller, (manager) => this.institutions.findById(manager, id));
    if (!found) throw refuse('NOT_FOUND');
    const { operatorId, legalRepresentative: head, ...rest } = found;
    const mask = operatorId === caller.id ? lastFour : maskResidentId;
    return {
      ...rest,
      legalRepresentative: head && {
        name: head.name,
        residentId: head.residentId && mask(head.residentId),
        phone: head.phone && maskPhone(head.phone),
      },
    };
  }
}
