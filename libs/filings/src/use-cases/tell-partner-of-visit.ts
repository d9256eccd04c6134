import { Injectable } from '@nestjs/common';
import { PartnerCases } from '@zhaoguan/exchange';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { mismatchToDo, type CheckedFact, type Verification } from '../domain/verification';

interface Visit {
  readonly visitedOn: PlainDate;
  readonly facts: readonly CheckedFact[];
  /** Last day for putting right what does not match; null where all does. */
  readonly correctBy: PlainDate | null;
}

/**
 * The platform by which the first filing came in (对接平台) learns what a visit on the spot found, in the transaction in which it is
 * recorded: its user has no account here. It learns which items do not match and what is to be done until when, and nothing of what was
 * filed or found. That it is told does not take the place of telling the applicant.
 */
@Injectable()
export class TellPartnerOfVisit {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly partners: PartnerCases,
  ) {}

  /** Of what matched from the first nothing is told: there was nothing to be put right. Before an institution stands nothing is told of one. */
  async execute(
    tx: Tx,
    { regime, filingNumber }: Filing,
    { institutionId, status: before }: Verification,
    { visitedOn, facts, correctBy }: Visit,
  ): Promise<void> {
    if (institutionId === null || (correctBy === null && before === 'OPEN')) return;
    const { status, filingEndedAs } = await this.institutions.getForUpdate(tx, institutionId);
    await this.partners.tellLater(tx, {
      event: correctBy === null ? 'verification.matched' : 'verification.mismatch-found',
      institutionId,
      filingNumber,
      institutionStatus: status,
      effectiveOn: null,
      filingEnd: filingEndedAs,
      correctBy,
      verification: {
        visitedOn,
        items: facts.filter(({ matches }) => !matches).map(({ label }) => label),
        toDo: correctBy && mismatchToDo(regime, correctBy),
      },
    });
  }
}
