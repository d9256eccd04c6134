import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import {
  DISCLOSURE_STATUS_LABELS,
  disclosureProcess,
  disclosureStatus,
  type DisclosureAction,
  type DisclosureLine,
  type DisclosureStatus,
} from '../domain/disclosure.process';
import { rightsOver, type Filing } from '../domain/filing';
import { DisclosureStore } from '../store/disclosure.store';
import { HistoryStore } from '../store/history.store';
import { FilingReference } from './filing-reference';

/** What the public is told of a filing that does not meet the standards, and what may be done about it. */
export interface DisclosureView {
  /** How many lines there are. */
  readonly version: number;
  readonly status: DisclosureStatus;
  readonly statusLabel: string;
  /** 文号 of the notice. */
  readonly number: string;
  /** What the institution was told: the words to begin with. */
  readonly noticeReason: string;
  /** What the public reads now; null while it reads nothing. */
  readonly reason: string | null;
  /** Last day on which it is to be told. */
  readonly dueOn: PlainDate | null;
  readonly lines: readonly (Omit<DisclosureLine, 'to'> & { readonly label: string })[];
  readonly availableActions: readonly DisclosureAction[];
}

@Injectable()
export class PresentDisclosure {
  constructor(
    private readonly disclosures: DisclosureStore,
    private readonly history: HistoryStore,
    private readonly reference: FilingReference,
  ) {}

  /** @throws Error for a filing that got no such notice */
  async view(manager: Tx['manager'], filing: Filing, caller: Caller): Promise<DisclosureView> {
    const notice = await this.disclosures.findNotice(manager, filing.id);
    if (!notice) throw new Error(`filing ${filing.id} got no notice of nonconformity`);
    const lines = await this.disclosures.lines(manager, filing.id);
    const status = disclosureStatus(lines);
    const acting = await this.reference.actingOn(caller, filing);
    const refusal = (await this.history.transitions(manager, filing.id)).findLast(
      ({ action }) => action === 'refuse',
    );
    return {
      version: lines.length,
      status,
      statusLabel: DISCLOSURE_STATUS_LABELS[status],
      number: notice.number,
      noticeReason: refusal?.reason ?? '',
      reason: status === 'PUBLISHED' ? (lines.at(-1)?.reason ?? null) : null,
      dueOn:
        filing.submittedAt === null
          ? null
          : await this.reference.disclosureDueOn(filing, dateInShanghai(filing.submittedAt)),
      lines: lines.map(({ to: _to, ...line }) => ({
        ...line,
        label: disclosureProcess.actions[line.action].label,
      })),
      availableActions: disclosureProcess.availableActions(status, rightsOver(filing, acting)),
    };
  }

  /** The filing as it was last handed in: what the applicant has typed since is nobody's to publish. */
  async handedIn(manager: Tx['manager'], filing: Filing): Promise<Pick<Filing, 'application'>> {
    return (await this.history.findSubmission(manager, filing.id, filing.round)) ?? filing;
  }
}
