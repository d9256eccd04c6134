import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { DecideStatus } from '@zhaoguan/institutions';
import { dateInShanghai, yearOf } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { lettersOf } from '../domain/filing-number';
import { statusActionOf } from '../domain/filing-types';
import type { Registration } from '../domain/registration';
import { FilingNumberStore } from '../store/filing-number.store';

/**
 * What the acceptance of a notice does (准予暂停、延长暂停、恢复、终止服务备案): the state of the institution changes on the day that it
 * names, under the same number; of what prolongs a suspension, only when the service is expected to go on.
 */
@Injectable()
export class NoticeDesk {
  constructor(
    private readonly numbers: FilingNumberStore,
    private readonly status: DecideStatus,
  ) {}

  /** @throws NOT_FOR_THIS_STATE, STEP_PENDING, FIELDS_INCOMPLETE for a notice that should never have been handed in */
  async enter(tx: Tx, filing: Filing): Promise<Registration & { readonly institutionId: string }> {
    const { id, type, prolongs, institutionId, application, kind, regime } = filing;
    const { notice, siteType } = application;
    const { district } = placeOf(filing);
    const action = statusActionOf(filing);
    if (institutionId === null || action === undefined) throw new Error(`filing ${id} is no notice`);
    if (notice === null || notice.startsOn === null) throw refuse('FIELDS_INCOMPLETE');
    const filedOn = dateInShanghai(tx.at);
    const institution = await this.status.execute(tx, {
      institutionId,
      action,
      // What is stopped stays so: the later day holds at once, and resuming or ending meanwhile waits for nothing.
      effectiveOn: prolongs === null ? notice.startsOn : filedOn,
      filingId: id,
      expectedUntil: type === 'SUSPENSION' ? notice.endsOn : null,
    });
    const filingNumber =
      institution.filingNumber ??
      (await this.numbers.next(tx, district, lettersOf(kind, siteType, regime), yearOf(filedOn)));
    return { filingNumber, filedOn, validUntil: institution.validUntil, institutionId };
  }
}
