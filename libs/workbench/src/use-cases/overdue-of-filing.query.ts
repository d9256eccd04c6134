import { Injectable } from '@nestjs/common';
import {
  leadAgency,
  refuse,
  systemCaller,
  type Caller,
  type DepartmentRow,
  type JurisdictionRow,
  type OverdueLack,
  type OverdueLevel,
} from '@zhaoguan/contracts';
import { ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { shownLevel } from '../domain/overdue';
import { FactStore } from '../store/fact.store';
import { OverdueStore } from '../store/overdue.store';

/** What an applicant is told whose case was not decided in time. */
export interface OverdueOfFilingView {
  /** To whom it has been raised; null while it has not, and of what is decided. */
  readonly raisedTo: OverdueLevel | null;
  /** Who could urge it and is not on this platform; null where somebody can. */
  readonly lacking: OverdueLack | null;
  /** Of the authority; null where the reference data name none. */
  readonly phone: string | null;
}

/** Who supervises what, and what they say about it, stays inside; that it was raised is the applicant's to know. */
@Injectable()
export class OverdueOfFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly facts: FactStore,
    private readonly overdues: OverdueStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws NOT_FOUND also for whoever is not the applicant */
  async execute(caller: Caller, filingId: string): Promise<OverdueOfFilingView> {
    const filing = await this.work.read(caller, (manager) => this.facts.filing(manager, filingId));
    if (filing?.applicantId !== caller.id) throw refuse('NOT_FOUND');
    const overdue = await this.work.read(systemCaller(caller.traceId), (manager) =>
      this.overdues.findOpen(manager, filingId, 'FILING_TO_DECIDE'),
    );
    const agency = leadAgency(
      filing.kind,
      filing,
      await this.reference.list<JurisdictionRow>('jurisdictions'),
      await this.reference.list<DepartmentRow>('departments'),
    );
    return {
      raisedTo: overdue === undefined ? null : shownLevel(overdue),
      lacking: overdue?.lacking ?? null,
      phone: agency?.contact?.phone ?? null,
    };
  }
}
