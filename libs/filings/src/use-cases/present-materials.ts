import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, type Tx } from '@zhaoguan/platform';
import { PersonStore } from '@zhaoguan/access';
import { actorsFor } from '../domain/actor-in-words';
import {
  actInWords,
  commitmentActions,
  commitmentLabel,
  outcomeOf,
  type Commitment,
  type CommitmentOffer,
  type FileOutcome,
} from '../domain/commitment';
import type { CommitmentAction } from '../domain/commitment.process';
import { rightsOver, type Filing } from '../domain/filing';
import type { RequiredMaterial } from '../domain/materials';
import { FilingStores } from '../store/filing-stores';
import type { KeptAct } from '../store/commitment.store';
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
  /** What was done with it since the acceptance, the first act first. */
  readonly acts: readonly CommitmentActView[];
  readonly availableActions: readonly CommitmentAction[];
}

export interface CommitmentActView extends Pick<KeptAct, 'seq' | 'action' | 'at' | 'reason'> {
  readonly label: string;
  readonly actorName: string | null;
  /** What was handed in by it. */
  readonly file: {
    readonly version: number;
    readonly fileName: string;
    readonly size: number;
    readonly outcome: FileOutcome;
  } | null;
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
    private readonly people: PersonStore,
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
    const acts = await this.actsOf(manager, { filing, caller }, standing);
    const files = new Map(uploaded.map(({ id: _id, code, ...file }) => [code, file]));
    const rights = rightsOver(filing, caller);
    return listed.map(({ commitment: _offered, ...material }) => {
      const { code } = material;
      const file = files.get(code) ?? null;
      const given = standing.find((each) => each.code === code);
      const offer = given ? null : (offers.get(code) ?? null);
      const may = given ? commitmentActions(given, rights, today) : [];
      // What was handed in lies with the authority, its promises too.
      const open = may.filter((action) => editable || action !== 'withdraw');
      const commitment = given ? viewOf(given, acts.get(given.id) ?? [], open) : null;
      return { ...material, uploaded: file !== null, file, commitment, offer };
    });
  }

  /** By commitment. That the acceptance bound it is said by the acceptance. */
  private async actsOf(
    manager: Tx['manager'],
    { filing, caller }: { readonly filing: Filing; readonly caller: Caller },
    commitments: readonly Commitment[],
  ): Promise<ReadonlyMap<string, readonly CommitmentActView[]>> {
    const bound = commitments.filter(({ dueOn }) => dueOn !== null).map(({ id }) => id);
    const kept = (await this.stores.commitments.acts(manager, bound)).filter(
      ({ action }) => action !== 'bind',
    );
    const names = await this.people.listNames(manager, [...new Set(kept.map(({ actorId }) => actorId))]);
    const actor = actorsFor(filing, caller, names);
    return new Map(
      bound.map((id) => {
        const own = kept.filter(({ commitmentId }) => commitmentId === id);
        return [id, own.map((act, place) => actView(act, { own, place, actor }))];
      }),
    );
  }
}

interface ActContext {
  readonly own: readonly KeptAct[];
  readonly place: number;
  readonly actor: (id: string) => string | null;
}

function actView(
  { seq, action, actorId, at, reason, version, fileName, size }: KeptAct,
  { own, place, actor }: ActContext,
): CommitmentActView {
  const file =
    version === null || fileName === null || size === null
      ? null
      : { version, fileName, size, outcome: outcomeOf(own, place) };
  return { seq, action, label: actInWords(own, place), actorName: actor(actorId), at, reason, file };
}

function viewOf(
  commitment: Commitment,
  acts: readonly CommitmentActView[],
  availableActions: readonly CommitmentAction[],
): CommitmentView {
  const { text, days, basis, status, givenAt, dueOn, checkBy, reason } = commitment;
  const statusLabel = commitmentLabel(commitment);
  return { text, days, basis, status, statusLabel, givenAt, dueOn, checkBy, reason, acts, availableActions };
}
