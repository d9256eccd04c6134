import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse } from '@zhaoguan/contracts';
import { addDays, dateInShanghai, normalizeText, startOfDayInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { DisclosureStore, type NewDisclosure } from '../store/disclosure.store';
import { PersonStore } from '../store/person.store';

/** Enough for a day's telephone calls, far from what would carry a register away. */
const MOST_A_DAY = 30;

export interface DisclosureToRecord extends NewDisclosure {
  readonly district: string;
}

/** What is answered to whoever was shown it. */
export interface Revealed<Field extends string> {
  /** Null where nothing is held. */
  readonly values: Readonly<Partial<Record<Field, string | null>>>;
  /** How many more the caller may ask for today. */
  readonly remainingToday: number;
}

/**
 * An official is shown personal data in clear (查看个人信息明文). Called in the transaction that reads them, before they
 * are answered: what could not be recorded is not shown.
 * @law 个人信息保护法第五十一条（分类管理、合理确定操作权限）、第五十四条（合规审计）
 */
@Injectable()
export class RecordDisclosure {
  constructor(
    private readonly people: PersonStore,
    private readonly disclosures: DisclosureStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns how many more the caller may ask for today
   * @throws REASON_REQUIRED, REVEAL_LIMIT with the seconds until midnight in China
   */
  async execute(tx: Tx, { district, ...disclosure }: DisclosureToRecord): Promise<number> {
    const reason = normalizeText(disclosure.reason);
    if (reason === '') throw refuse('REASON_REQUIRED');
    // The person's row is held, so two requests at once are counted one after the other.
    await this.people.getForUpdate(tx, tx.caller.id);
    const today = dateInShanghai(tx.at);
    const before = await this.disclosures.countOwnSince(tx, startOfDayInShanghai(today));
    if (before >= MOST_A_DAY) {
      const tomorrow = startOfDayInShanghai(addDays(today, 1));
      const seconds = (tomorrow.getTime() - tx.at.getTime()) / 1000;
      throw refuse('REVEAL_LIMIT', { limit: MOST_A_DAY, seconds });
    }
    const disclosureId = await this.disclosures.insert(tx, { ...disclosure, reason });
    const { subjectType, subjectId, fields } = disclosure;
    await this.audit.append(tx, {
      action: `${subjectType}.personal-data-revealed`,
      subjectType,
      subjectId,
      district,
      detail: { disclosureId, fields },
    });
    return MOST_A_DAY - before - 1;
  }
}
