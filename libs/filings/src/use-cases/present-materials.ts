import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, type Tx } from '@zhaoguan/platform';
import { commitmentActions, type Commitment, type CommitmentOffer } from '../domain/commitment';
import { COMMITMENT_STATUS_LABELS, type CommitmentAction } from '../domain/commitment.process';
import { rightsOver, type Filing } from '../domain/filing';
import type { RequiredMaterial } from '../domain/materials';
import { FilingStores } from '../store/filing-stores';
import type { UploadedMaterial } from '../store/material.store';
import { CommitmentDesk } from './commitment-desk';
import { FilingReference } from './filing-reference';

/** A line of the list of materials, with what has been uploaded for it. */
export interface MaterialView extends Omit<RequiredMaterial, 'commitment'> {
  readonly uploaded: boolean;
  readonly file: Omit<UploadedMaterial, 'id' | 'code'> | null;
  /** The commitment (告知承诺) that stands for it. */
  readonly commitment: CommitmentView | null;
  /** For who may change the filing: what may be promised in its place. */
  readonly offer: CommitmentOffer | null;
}

export interface CommitmentView extends Pick<
  Commitment,
  'text' | 'days' | 'basis' | 'status' | 'givenAt' | 'dueOn' | 'checkBy' | 'reason'
> {
  readonly statusLabel: string;
  readonly availableActions: readonly CommitmentAction[];
}

/** By whom they are seen, and in which state. */
interface Viewed {
  readonly uploaded: readonly UploadedMaterial[];
  readonly editable: boolean;
  readonly caller: Caller;
}

/** The materials of a filing as one person may see them, with what was promised in their place. */
@Injectable()
export class PresentMaterials {
  constructor(
    private readonly reference: FilingReference,
    private readonly stores: FilingStores,
    private readonly desk: CommitmentDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** With the submission, and for a commitment later: the later one is what the authority looks at. */
  async handedIn(
    manager: Tx['manager'],
    { id }: Filing,
    submitted: readonly string[],
  ): Promise<readonly UploadedMaterial[]> {
    const later = (await this.stores.commitments.ofFiling(manager, id)).flatMap(
      ({ materialId }) => materialId ?? [],
    );
    return this.stores.materials.byIds(manager, id, [...submitted, ...later]);
  }

  async view(
    manager: Tx['manager'],
    filing: Filing,
    { uploaded, editable, caller }: Viewed,
  ): Promise<MaterialView[]> {
    const today = dateInShanghai(this.clock.now());
    const listed = await this.reference.materialsOf(filing);
    const standing = await this.stores.commitments.ofFiling(manager, filing.id);
    const offers = editable
      ? await this.desk.offers(manager, filing, listed, today)
      : new Map<string, CommitmentOffer>();
    const files = new Map(uploaded.map(({ id: _id, code, ...file }) => [code, file]));
    const rights = rightsOver(filing, caller);
    return listed.map(({ commitment: _offered, ...material }) => {
      const { code } = material;
      const file = files.get(code) ?? null;
      const given = standing.find((each) => each.code === code);
      const offer = given ? null : (offers.get(code) ?? null);
      const may = given ? commitmentActions(given, rights, today) : [];
      // What was handed in lies with the authority, its promises too.
      const acts = may.filter((action) => editable || action !== 'withdraw');
      const commitment = given ? viewOf(given, acts) : null;
      return { ...material, uploaded: file !== null, file, commitment, offer };
    });
  }
}

function viewOf(commitment: Commitment, availableActions: readonly CommitmentAction[]): CommitmentView {
  const { text, days, basis, status, givenAt, dueOn, checkBy, reason } = commitment;
  const statusLabel = COMMITMENT_STATUS_LABELS[status];
  return { text, days, basis, status, statusLabel, givenAt, dueOn, checkBy, reason, availableActions };
}
