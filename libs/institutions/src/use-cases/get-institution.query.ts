import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type FilingType } from '@zhaoguan/contracts';
import { lastFour, maskPhone, maskResidentId, type PlainDate } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Institution } from '../domain/institution';
import { institutionProcess, openFilings } from '../domain/institution.process';
import { InstitutionStore } from '../store/institution.store';
import { StatusStepStore } from '../store/status-step.store';

/** An institution without who operates it, and the step that is decided and not in force yet. */
export type InstitutionView = Omit<Institution, 'operatorId'> & {
  readonly pendingStep: { readonly label: string; readonly effectiveOn: PlainDate } | null;
  /** What its operator can file for it now; empty for everybody else. */
  readonly openFilings: readonly FilingType[];
};

@Injectable()
export class GetInstitution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly steps: StatusStepStore,
  ) {}

  /** With personal data masked. @throws NOT_FOUND, also for an institution of another jurisdiction */
  async execute(caller: Caller, id: string): Promise<InstitutionView> {
    const { found, pendingStep } = await this.work.read(caller, async (manager) => ({
      found: await this.institutions.findById(manager, id),
      pendingStep: await this.steps.findPending(manager, id),
    }));
    if (!found) throw refuse('NOT_FOUND');
    const { operatorId, legalRepresentative: head, ...rest } = found;
    const mask = operatorId === caller.id ? lastFour : maskResidentId;
    return {
      ...rest,
      openFilings: operatorId === caller.id ? openFilings(found, pendingStep !== null) : [],
      pendingStep: pendingStep && {
        label: institutionProcess.actions[pendingStep.action].label,
        effectiveOn: pendingStep.effectiveOn,
      },
      legalRepresentative: head && {
        name: head.name,
        residentId: head.residentId && mask(head.residentId),
        phone: head.phone && maskPhone(head.phone),
      },
    };
  }
}
