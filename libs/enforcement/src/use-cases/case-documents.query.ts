import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type CaseDocument } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { printCaseDocument, ReferenceData, UnitOfWork, type PrintedPdf } from '@zhaoguan/platform';
import { decisionDocument, noticeDocument, type CaseDocumentFacts } from '../domain/case-document';
import { labelsOf } from '../domain/penalty-range';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { Authorities } from './authorities';
import { assertDepartment, penaltyMeasures } from './case-act';
import { periodsOf } from './case-periods';

/**
 * Prints the documents of a case (执法文书) for those who read the case: officials of its department and district, who hand the notice
 * over before its service is known, and the party from the notice on. They name no person beyond certificate numbers, and say nothing that the case does not.
 */
@Injectable()
export class CaseDocuments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly reference: ReferenceData,
    private readonly authorities: Authorities,
  ) {}

  /** @throws NOT_FOUND, NO_CASE_DOCUMENT */
  async notice(caller: Caller, id: string): Promise<PrintedPdf> {
    const facts = await this.factsOf(caller, id);
    return print(noticeDocument(facts), facts.subject.notice?.paperOn);
  }

  /** @throws NOT_FOUND, NO_CASE_DOCUMENT */
  async decision(caller: Caller, id: string): Promise<PrintedPdf> {
    const facts = await this.factsOf(caller, id);
    return print(decisionDocument(facts), facts.subject.decision?.decidedOn);
  }

  private factsOf(caller: Caller, id: string): Promise<CaseDocumentFacts> {
    return this.work.read(caller, async (manager) => {
      const subject = await this.cases.get(manager, id);
      if (caller.permissions.has('case.read')) assertDepartment(caller, subject);
      const { findings, statements } = await this.cases.file(manager, id);
      const noticedMeasures = labelsOf(subject.notice?.measures ?? [], await penaltyMeasures(this.reference));
      const { notice, decision, openedOn } = subject;
      const { statement } = await periodsOf(this.reference, subject, notice?.paperOn ?? openedOn);
      return {
        subject,
        findings,
        statements,
        noticedMeasures,
        contact: await this.authorities.contactOf(subject),
        reviewBody: await this.authorities.reviewBodyOf(subject),
        statementPeriod: statement,
        decisionPeriods: await periodsOf(this.reference, subject, decision?.decidedOn ?? openedOn),
      };
    });
  }
}

/** Printed after the transaction: it takes long, and needs nothing of it. */
async function print(document: CaseDocument | undefined, on: PlainDate | undefined): Promise<PrintedPdf> {
  if (!document || on === undefined) throw refuse('NO_CASE_DOCUMENT');
  return printCaseDocument(document, on);
}
