import { Inject, Injectable } from '@nestjs/common';
import {
  CODE_BYTES,
  paperCode,
  paperSeries,
  type GivenPaper,
  type Kind,
  type PaperBody,
  type PaperKind,
  type Site,
} from '@zhaoguan/contracts';
import { dateInShanghai, yearOf, type Rng } from '@zhaoguan/kernel';
import type { Tx } from '../database/unit-of-work';
import { ReferenceData } from '../reference/reference-data';
import { RNG } from '../tokens';
import type { PaperStore } from './paper-store';

/** Of whose site a paper speaks: its authority gives it out. */
export type PaperPlace = Site & { readonly kind: Kind };

/** A paper that is to be given out. */
export interface PaperOrder<K extends PaperKind> extends Pick<
  GivenPaper<K>,
  'subjectId' | 'kind' | 'round' | 'addressee'
> {
  readonly body: PaperBody;
  readonly place: PaperPlace;
  /** What its act has settled already; else the next number of its series, and today. */
  readonly settled?: Pick<GivenPaper, 'number' | 'issuedOn'>;
}

/**
 * Gives out a paper (出具文书) in the transaction of the act that it belongs to: its number, its date and what it says are settled
 * with the act; a job prints and signs it afterwards.
 */
@Injectable()
export class IssuePaper {
  constructor(
    private readonly reference: ReferenceData,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** The next number of its kind, of the authority of the place and this year (文号). */
  async nextNumber<K extends PaperKind>(
    tx: Tx,
    papers: PaperStore<K>,
    kind: K,
    place: PaperPlace,
  ): Promise<string> {
    const { code } = await this.reference.paperAuthority(place.kind, place);
    return papers.nextNumber(tx, paperSeries(code, kind, yearOf(dateInShanghai(tx.at))));
  }

  async execute<K extends PaperKind>(
    tx: Tx,
    papers: PaperStore<K>,
    { place, settled, ...order }: PaperOrder<K>,
  ): Promise<GivenPaper<K>> {
    const { name, contact } = await this.reference.paperAuthority(place.kind, place);
    const paper: GivenPaper<K> = {
      ...order,
      id: tx.newId(),
      number: settled?.number ?? (await this.nextNumber(tx, papers, order.kind, place)),
      authority: name,
      issuedOn: settled?.issuedOn ?? dateInShanghai(tx.at),
      contact: contact ?? null,
      code: paperCode(this.rng.bytes(CODE_BYTES)),
    };
    await papers.insert(tx, paper);
    return paper;
  }
}
