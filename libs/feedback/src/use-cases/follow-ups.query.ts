import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { matterInWords, refuse, type Caller, type Kind, type RatingLevel } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor, maskPhone, type PlainDate } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { followUpProcess, type FollowUpAction, type FollowUpStatus } from '../domain/follow-up.process';
import type { RaisedFor } from '../domain/handled-above';
import { stepLabel } from '../domain/rating';
import { FollowUpStore, type FollowUp } from '../store/follow-up.store';
import { RatingStore, type Addition } from '../store/rating.store';
import { FeedbackReference } from './feedback-reference';
import { FollowUpContact, type ContactSource } from './follow-up-contact';
import { FollowUpDesk } from './follow-up-desk';

/** A line of the list: which office, how bad, until when. */
export interface FollowUpLine {
  readonly id: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly institutionName: string;
  /** Which step was rated. */
  readonly stepLabel: string;
  readonly officeName: string;
  readonly level: RatingLevel;
  readonly status: FollowUpStatus;
  readonly openedAt: Date;
  readonly dueOn: PlainDate;
  readonly endedAt: Date | null;
}

/** Everything whoever handles it needs: what was rated and why, whom to ask, what was done. */
export interface FollowUpView extends FollowUpLine {
  readonly version: number;
  readonly availableActions: readonly FollowUpAction[];
  /** Whether it is for the reader's own office to handle; who is above reads it. */
  readonly ofOwnOffice: boolean;
  /** Nobody of that office, and nobody above it, may handle it. */
  readonly unattended: boolean;
  /** The office that handles it: that above, where nobody of the office rated may. */
  readonly handledBy: string;
  /** Whether it was raised there. */
  readonly raised: boolean;
  /** Why. */
  readonly raisedFor: RaisedFor | null;
  readonly stepAt: Date;
  /** On which day the officials looked, of a visit. */
  readonly stepDay: PlainDate | null;
  readonly reasons: readonly string[];
  readonly words: string | null;
  readonly addition: Addition | null;
  /** Which application it is about, in words: no link, for who follows it up opens no filing. */
  readonly filing: { readonly title: string; readonly number: string | null };
  readonly applicantName: string | null;
  /** Masked; null where there is none that the reader may call. */
  readonly contactPhone: string | null;
  readonly contactFrom: ContactSource | null;
  readonly contactName: string | null;
  readonly history: readonly {
    readonly label: string;
    readonly to: FollowUpStatus;
    readonly at: Date;
    readonly actorName: string | null;
    readonly note: string;
  }[];
}

export interface FollowUpListQuery {
  readonly status?: FollowUpStatus;
  readonly limit: number;
  readonly cursor?: string;
}

@Injectable()
export class FollowUps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly followUps: FollowUpStore,
    private readonly ratings: RatingStore,
    private readonly people: PersonStore,
    private readonly reference: FeedbackReference,
    private readonly desk: FollowUpDesk,
    private readonly contact: FollowUpContact,
  ) {}

  /** Newest first. @throws INVALID_CURSOR */
  list(caller: Caller, { status, limit, cursor }: FollowUpListQuery): Promise<Page<FollowUpLine>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    return this.work.read(caller, async (manager) => {
      const places = await this.reference.placesOf(caller);
      const heldByOthers = await this.reference.heldByOthers(caller);
      const criteria = { ...this.desk.criteriaOf(caller), status, places, heldByOthers };
      const rows = await this.followUps.list(manager, criteria, { limit, before });
      const nameOf = await this.reference.officeNames();
      return pageOf(
        rows,
        limit,
        (row) => lineOf(row, nameOf),
        ({ id }) => encodeCursor([id]),
      );
    });
  }

  /** @throws NOT_FOUND, WRONG_DISTRICT */
  get(caller: Caller, id: string): Promise<FollowUpView> {
    return this.work.read(caller, (manager) => this.of(manager, caller, id));
  }

  /** @throws NOT_FOUND, WRONG_DISTRICT */
  async of(manager: Tx['manager'], caller: Caller, id: string): Promise<FollowUpView> {
    const followUp = await this.followUps.find(manager, 'id', id);
    if (!followUp) throw refuse('NOT_FOUND');
    await this.desk.require(manager, caller, followUp);
    const rating = await this.ratings.get(manager, followUp.ratingId);
    const step = await this.ratings.step(manager, rating.filingId, rating);
    const contact = await this.contact.of(manager, caller, followUp);
    const filing = await this.followUps.filing(manager, followUp.filingId);
    const labels = new Map((await this.reference.reasons()).map(({ code, label }) => [code, label]));
    const nameOf = await this.reference.officeNames();
    const ofOwnOffice = await this.desk.isOwn(caller, followUp);
    return {
      ...lineOf(followUp, nameOf),
      version: followUp.version,
      availableActions: ofOwnOffice
        ? followUpProcess.availableActions(followUp.status, caller.permissions)
        : [],
      ofOwnOffice,
      unattended: followUp.endedAt === null && followUp.unattended,
      handledBy: nameOf(await this.reference.handledBy(followUp)),
      raised: followUp.raisedTo !== null,
      raisedFor: followUp.raisedFor,
      stepLabel: stepLabel(rating.action, step?.about ?? null),
      stepAt: step?.at ?? rating.ratedAt,
      stepDay: step?.day ?? null,
      reasons: rating.reasons.map((code) => labels.get(code) ?? code),
      words: rating.words,
      addition: rating.addition,
      filing: {
        title: filing === undefined ? '' : matterInWords(filing),
        number: filing?.number ?? null,
      },
      applicantName: await this.nameOf(manager, followUp.applicantId),
      contactPhone: contact && maskPhone(contact.phone),
      contactFrom: contact?.from ?? null,
      contactName: contact?.name ?? null,
      history: await this.historyOf(manager, id),
    };
  }

  private async historyOf(manager: Tx['manager'], id: string): Promise<FollowUpView['history']> {
    const acts = await this.followUps.acts(manager, [id]);
    const names = new Map<string, string | null>();
    for (const { actorId } of acts)
      if (!names.has(actorId)) names.set(actorId, await this.nameOf(manager, actorId));
    return acts.map(({ action, to, at, actorId, note }) => ({
      label: followUpProcess.actions[action].label,
      to,
      at,
      actorName: names.get(actorId) ?? null,
      note,
    }));
  }

  private async nameOf(manager: Tx['manager'], id: string): Promise<string | null> {
    return (await this.people.findById(manager, id))?.name ?? null;
  }
}

function lineOf(row: FollowUp, nameOf: (office: string) => string): FollowUpLine {
  const { id, kind, siteType, institutionName, action, office, level, status, openedAt, dueOn, endedAt } =
    row;
  return {
    id,
    kind,
    siteType,
    institutionName,
    stepLabel: stepLabel(action, null),
    officeName: nameOf(office),
    level,
    status,
    openedAt,
    dueOn,
    endedAt,
  };
}
