import { Injectable } from '@nestjs/common';
import type { EventMap, Kind, PublicityRow } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { dateInShanghai } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { publicTerm } from '../domain/public-term';
import { PenaltyFacts } from '../store/penalty-facts';
import { PublicationLedger } from '../store/publication-ledger';

/** Publishes a decided penalty for the term of its class (行政处罚信息公示). */
@Injectable()
export class PublishPenalty {
  constructor(
    private readonly facts: PenaltyFacts,
    private readonly ledger: PublicationLedger,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /**
   * At once, well inside the seven working days. In the transaction of the job; a repeat writes nothing.
   * @law 行政处罚法第四十八条；信用修复管理办法（国家发展和改革委员会令第36号）
   */
  async execute(tx: Tx, { caseId, district, publicityClass }: EventMap['penalty.decided']): Promise<void> {
    const kind = await this.facts.kindOf(tx, caseId);
    const rule = await this.rule(publicityClass, { kind, district }, tx);
    const term = publicTerm(rule, dateInShanghai(tx.at));
    if (!term) return;
    const reason = `${rule.label}，公示期 ${rule.maxMonths} 个月`;
    const subject = { subjectType: 'PENALTY' as const, subjectId: caseId, district };
    if (!(await this.ledger.publishFirst(tx, subject, term, reason))) return;
    await this.audit.append(tx, {
      action: 'publication.penalty-published',
      subjectType: 'penalty-case',
      subjectId: caseId,
      district,
      detail: { from: term.from, until: term.until, publicityClass },
    });
  }

  /** The class as declared, with the longest term in force at the place. */
  private async rule(
    of: PublicityRow['class'],
    where: { readonly kind: Kind; readonly district: string },
    tx: Tx,
  ): Promise<Pick<PublicityRow, 'label' | 'published' | 'maxMonths'>> {
    const header = await this.reference.header<{ readonly publicity: readonly PublicityRow[] }>(
      'credit-rules',
    );
    const row = header.publicity.find((candidate) => candidate.class === of);
    if (!row) throw new Error(`credit-rules has no publicity class ${of}`);
    const term = await this.reference.term(`PUBLICITY_${of}_MAX`, { ...where, on: dateInShanghai(tx.at) });
    return { label: row.label, published: row.published, maxMonths: term.value };
  }
}
