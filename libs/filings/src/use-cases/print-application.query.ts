import { Inject, Injectable } from '@nestjs/common';
import { RecordDisclosure } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, UnitOfWork, type PrintedPdf } from '@zhaoguan/platform';
import { applicationSheet } from '../domain/application-sheet';
import { isApplicant, requireRight, type Filing } from '../domain/filing';
import { printFormSheet } from '../printing/form-sheet';
import { FilingStore } from '../store/filing.store';
import { ApplicationCheck } from './application-check';
import { CaseRegimes } from './case-regimes';
import { ReadableChanges } from './readable-changes';
import { REVEALABLE_OF_FILING } from './reveal-applicant';

/** The form filled in with what was typed (打印已填写的备案书), for who works on it: nobody copies by hand what they have typed. */
@Injectable()
export class PrintApplication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly regimes: CaseRegimes,
    private readonly check: ApplicationCheck,
    private readonly readable: ReadableChanges,
    private readonly reference: ReferenceData,
    private readonly disclosure: RecordDisclosure,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN and WRONG_DEPARTMENT for who does not work on it, REVEAL_LIMIT */
  async execute(caller: Caller, id: string): Promise<PrintedPdf> {
    const at = this.clock.now();
    const sheet = await this.work.run(caller, async (tx) => {
      const stored = await this.filings.get(tx.manager, id);
      requireRight(stored, caller, 'filing.file');
      const filing = await this.regimes.shown(tx.manager, stored, dateInShanghai(at));
      // Who assists at the window is an official, and numbers in full that an official is given are on record.
      if (!isApplicant(filing, caller)) await this.disclosure.execute(tx, revealed(filing));
      const { form, amendments, incomplete } = await this.check.execute(filing, at);
      const { application } = filing;
      const changes = amendments && (await this.readable.execute(form, amendments, false));
      const typed = { application, amendments: changes, open: incomplete.length };
      return applicationSheet(form, typed, await this.reference.districts());
    });
    return { content: await printFormSheet(sheet, at), fileName: `${sheet.title}.pdf` };
  }
}

function revealed({ id, application: { district } }: Filing) {
  const reason = '打印已填写的申请表，供申请人签字盖章';
  return { subjectType: 'filing', subjectId: id, district, fields: REVEALABLE_OF_FILING, reason } as const;
}
