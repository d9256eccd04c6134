import { Injectable } from '@nestjs/common';
import {
  areaOf,
  leadAgency,
  refuse,
  type Caller,
  type CaseDocument,
  type DepartmentRow,
  type JurisdictionRow,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { printCaseDocument, ReferenceData, UnitOfWork, type PrintedPdf } from '@zhaoguan/platform';
import type { Removal } from '../domain/removal';
import { decisionDocument, noticeDocument, type RemovalDocumentFacts } from '../domain/removal-document';
import { RemovalPaperStore } from '../store/removal-paper.store';
import { RemovalStore } from '../store/removal.store';
import { RemovalOffice } from './removal-office';

/**
 * Prints 事先告知书 and 决定书 for those who read the case. They are written from the case each time, and name no person.
 */
@Injectable()
export class RemovalDocuments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly removals: RemovalStore,
    private readonly papers: RemovalPaperStore,
    private readonly office: RemovalOffice,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws NOT_FOUND, NO_REMOVAL_DOCUMENT */
  async notice(caller: Caller, id: string): Promise<PrintedPdf> {
    const facts = await this.factsOf(caller, id);
    return print(noticeDocument(facts), facts.removal.notice?.servedOn);
  }

  /** @throws NOT_FOUND, NO_REMOVAL_DOCUMENT */
  async decision(caller: Caller, id: string): Promise<PrintedPdf> {
    const facts = await this.factsOf(caller, id);
    return print(decisionDocument(facts), facts.removal.decision?.decidedOn);
  }

  private factsOf(caller: Caller, id: string): Promise<RemovalDocumentFacts> {
    return this.work.read(caller, async (manager) => {
      const removal = await this.removals.get(manager, id);
      const isOfficial = caller.permissions.has('removal.read');
      if (isOfficial && !this.office.kindsOf(caller).includes(removal.kind)) throw refuse('NOT_FOUND');
      const statements = await this.papers.statements(manager, id);
      return { removal, statements, ...(await this.authorityOf(removal)) };
    });
  }

  /** A functional area is no level of government, so there who reviews is not named. @law 行政复议法第二十四条 */
  private async authorityOf(removal: Removal): Promise<Pick<RemovalDocumentFacts, 'contact' | 'reviewBody'>> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const departments = await this.reference.list<DepartmentRow>('departments');
    const government = await this.reference.districtName(removal.district);
    return {
      contact: leadAgency(removal.kind, removal, jurisdictions, departments)?.contact,
      reviewBody:
        areaOf(removal, jurisdictions) === undefined ? `${government}人民政府` : '有管辖权的行政复议机关',
    };
  }
}

/** Printed after the transaction: it takes long, and needs nothing of it. */
async function print(document: CaseDocument | undefined, on: PlainDate | undefined): Promise<PrintedPdf> {
  if (!document || on === undefined) throw refuse('NO_REMOVAL_DOCUMENT');
  return printCaseDocument(document, on);
}
