import { Inject, Injectable } from '@nestjs/common';
import { dateInShanghai, yearOf, type Rng } from '@zhaoguan/kernel';
import { RNG, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { CODE_BYTES, paperCode, paperSeries, type PaperBody } from '../domain/papers/paper';
import type { PaperKind } from '../domain/papers/paper-kinds';
import { PaperStore } from '../store/paper.store';
import { FilingReference } from './filing-reference';

/** A paper that is to be given out. */
export interface PaperOrder {
  readonly kind: PaperKind;
  readonly body: PaperBody;
}

/**
 * Gives out a paper (出具文书) in the transaction of the act that it belongs to: its number, its date and what it says are settled
 * with the act; a job prints and signs it afterwards.
 */
@Injectable()
export class IssuePaper {
  constructor(
    private readonly papers: PaperStore,
    private readonly reference: FilingReference,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** @param filing as it was last handed in. @returns the number (文号) */
  async execute(tx: Tx, filing: Filing, { kind, body }: PaperOrder): Promise<string> {
    const authority = await this.reference.paperAuthority(filing.kind, filing.application);
    const issuedOn = dateInShanghai(tx.at);
    const number = await this.papers.nextNumber(tx, paperSeries(authority.code, kind, yearOf(issuedOn)));
    const id = tx.newId();
    await this.papers.insert(tx, {
      id,
      filingId: filing.id,
      kind,
      round: filing.round,
      number,
      authority: authority.name,
      addressee: filing.application.name,
      issuedOn,
      body,
      contact: authority.contact ?? null,
      code: paperCode(this.rng.bytes(CODE_BYTES)),
    });
    await tx.emit('paper.issued', { paperId: id, filingId: filing.id });
    return number;
  }
}
