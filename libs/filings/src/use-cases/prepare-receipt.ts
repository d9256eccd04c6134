import { Injectable } from '@nestjs/common';
import { systemCaller, type FormDefinition } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { filedSite } from '../domain/filing-authority';
import { isNotice } from '../domain/filing-types';
import { boundOf } from '../domain/promised-in-words';
import type { ReceiptFacts } from '../domain/receipt';
import { CommitmentStore } from '../store/commitment.store';
import { FilingStore } from '../store/filing.store';
import { ReceiptStore } from '../store/receipt.store';
import { ApplicationCheck } from './application-check';
import { FilingReference } from './filing-reference';
import { FindLicenceBefore } from './find-licence-before';
import { ReadableChanges } from './readable-changes';

/** Gathers what a receipt (备案回执) is written from. */
@Injectable()
export class PrepareReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly receipts: ReceiptStore,
    private readonly commitments: CommitmentStore,
    private readonly check: ApplicationCheck,
    private readonly reference: FilingReference,
    private readonly readable: ReadableChanges,
    private readonly licences: FindLicenceBefore,
  ) {}

  /** As of the acceptance, so that a receipt printed again after a crash says the same. */
  async execute(filingId: string, traceId: string): Promise<ReceiptFacts> {
    const { filing, ordinal, promised, licenceBefore } = await this.work.read(
      systemCaller(traceId),
      async (manager) => {
        const own = renewingOf(await this.filings.get(manager, filingId));
        return {
          filing: own,
          ordinal: await this.receipts.ordinalOf(manager, filingId),
          promised: boundOf(await this.commitments.ofFiling(manager, filingId)),
          licenceBefore: await this.licences.execute(manager, own),
        };
      },
    );
    const { form, incomplete, amendments } = await this.check.execute(filing, filing.updatedAt);
    const authority = await this.reference.authorityName(filing.kind, filedSite(filing));
    const changed = amendments && (await this.readable.execute(form, amendments, false));
    const filedForm = await this.filedForm(filing, form);
    const termOf = await this.reference.conditionTerms(filing, dateInShanghai(filing.updatedAt));
    return {
      filing,
      form,
      filedForm,
      incomplete,
      authority,
      ordinal,
      amendments: changed,
      promised,
      licenceBefore,
      termOf,
    };
  }

  /** A notice (暂停、恢复、终止) has a form of its own, which knows nothing of what was filed. */
  private filedForm(filing: Filing, form: FormDefinition): Promise<FormDefinition> | FormDefinition {
    const { type, kind, updatedAt } = filing;
    return isNotice(type) ? this.check.formAt(kind, 'INITIAL', updatedAt) : form;
  }
}

/** Granted to another institution than it was asked for, nothing went on: that one had ended by then. */
function renewingOf(filing: Filing): Filing {
  return filing.renewal?.institutionId === filing.institutionId ? filing : { ...filing, renewal: null };
}
