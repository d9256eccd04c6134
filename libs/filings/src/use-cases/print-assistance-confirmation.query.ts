import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type PrintedPdf } from '@zhaoguan/platform';
import { assistanceSheet } from '../domain/assistance-sheet';
import { isAssisted, requireRight } from '../domain/filing';
import { filedSite } from '../domain/filing-authority';
import { printFormSheet } from '../printing/form-sheet';
import { FilingStore } from '../store/filing.store';
import { CaseRenewals } from './case-renewals';
import { FilingReference } from './filing-reference';
import { PresentAssistance } from './present-assistance';

/** What the applicant signs at the window (窗口代办确认书), filled in: without it what is entered for them is not handed in. */
@Injectable()
export class PrintAssistanceConfirmation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly renewals: CaseRenewals,
    private readonly assistance: PresentAssistance,
    private readonly reference: FilingReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND also where nobody assists (any more); FORBIDDEN and WRONG_DEPARTMENT for who does not work on it */
  async execute(caller: Caller, id: string): Promise<PrintedPdf> {
    const at = this.clock.now();
    const sheet = await this.work.run(caller, async (tx) => {
      const stored = await this.filings.get(tx.manager, id);
      requireRight(stored, caller, 'filing.file');
      const names = await this.assistance.view(tx.manager, stored, caller);
      if (names === null || !isAssisted(stored)) throw refuse('NOT_FOUND');
      const filing = await this.renewals.shown(tx.manager, stored, dateInShanghai(at));
      const authorityName = await this.reference.authorityName(filing.kind, filedSite(filing));
      const { applicantName, officialName } = names;
      return assistanceSheet({ filing, applicantName, officialName, authorityName });
    });
    return { content: await printFormSheet(sheet, at), fileName: `${sheet.title}.pdf` };
  }
}
