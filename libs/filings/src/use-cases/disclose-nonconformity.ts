import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { normalizeText } from '@zhaoguan/kernel';
import { assertVersion, assertVersionIfGiven, nodeSm3, UnitOfWork } from '@zhaoguan/platform';
import { disclosureProcess, disclosureStatus, type DisclosureAction } from '../domain/disclosure.process';
import { publicWords } from '../domain/public-words';
import { DisclosureStore } from '../store/disclosure.store';
import { LoadForDecision } from './load-for-decision';
import { PresentDisclosure, type DisclosureView } from './present-disclosure';

/** What the official says: the words of the public, and why they are told anew or taken down. */
export interface DisclosureInput {
  readonly reason?: string;
  readonly note?: string;
  /** Which lines were read. */
  readonly version?: number | undefined;
}

const AUDIT = {
  publish: 'filing.nonconformity-published',
  correct: 'filing.nonconformity-corrected',
  withdraw: 'filing.nonconformity-withdrawn',
} as const;

/**
 * An official tells the public that what a 托育机构 filed does not meet the standards, in words confirmed for it; puts that right; or
 * takes it down. Each is a new line and leaves its entry in the log, with the digest of the words, in one transaction.
 */
@Injectable()
export class DiscloseNonconformity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly disclosures: DisclosureStore,
    private readonly present: PresentDisclosure,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Nobody replaces or takes down words of a colleague that they have not read; who publishes first may have read none.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, NOTHING_TO_DISCLOSE, VERSION_REQUIRED, STALE_VERSION, INVALID_TRANSITION, REASON_REQUIRED,
   *   PERSONAL_DATA_IN_PUBLIC_WORDS
   */
  async execute(
    caller: Caller,
    id: string,
    action: DisclosureAction,
    input: DisclosureInput,
  ): Promise<DisclosureView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, id, 'filing.refuse');
      const notice = await this.disclosures.findNotice(tx.manager, id);
      if (!notice) throw refuse('NOTHING_TO_DISCLOSE');
      const lines = await this.disclosures.lines(tx.manager, id);
      const require = action === 'publish' ? assertVersionIfGiven : assertVersion;
      require(input.version, lines.length);
      const note = normalizeText(input.note ?? '') || null;
      const why = note === null ? {} : { reason: note };
      const { to } = disclosureProcess.apply(disclosureStatus(lines), action, undefined, why);
      const { application } = await this.present.handedIn(tx.manager, filing);
      const { legalRepresentative, contact, name, uscc, district } = application;
      const names = [legalRepresentative.name, contact.name];
      const reason =
        input.reason === undefined ? null : publicWords(input.reason, { names, institutionName: name, uscc });
      await this.disclosures.append(tx, id, { seq: lines.length + 1, action, to, reason, note });
      await this.audit.append(tx, {
        action: AUDIT[action],
        subjectType: 'filing',
        subjectId: id,
        district,
        detail: { number: notice.number, textSm3: reason === null ? undefined : sm3Of(reason) },
      });
      return this.present.view(tx.manager, filing, caller);
    });
  }
}

const sm3Of = (text: string): string => Buffer.from(nodeSm3(Buffer.from(text))).toString('hex');
