import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { ReferenceData, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { dateInShanghai } from '@zhaoguan/kernel';
import { actorsFor } from '../domain/actor-in-words';
import { isApplicant, opensVisitFiles, requireRight, rightsOver, type Filing } from '../domain/filing';
import {
  earliestVisit,
  type EarliestVisit,
  type FactToVisit,
  type Verification,
} from '../domain/verification';
import { isAsSeen, type MismatchNow, type UnseenFact } from '../domain/mismatch-answer';
import { VISIT_TERMS } from '../domain/verification-order';
import {
  VERIFICATION_STATUS_LABELS,
  verificationProcess,
  type VerificationAction,
} from '../domain/verification.process';
import { FilingStore } from '../store/filing.store';
import {
  VerificationStore,
  type VerificationFile,
  type VerificationStep,
  type VisitRecord,
} from '../store/verification.store';
import { FilingReference } from './filing-reference';
import { SiteFacts } from './site-facts';

type FileView = Omit<VerificationFile, 'uploadedBy' | 'sm3'>;

export interface VerificationView extends Pick<
  Verification,
  'id' | 'origin' | 'purpose' | 'plannedOn' | 'status' | 'dueOn' | 'correctBy' | 'openedAt'
> {
  /** Null of what follows from an acceptance. */
  readonly orderedByName: string | null;
  readonly statusLabel: string;
  readonly version: number;
  readonly basis: { readonly law: string; readonly article: string | null } | null;
  readonly availableActions: readonly VerificationAction[];
  /** What is to be looked at, for who may record it. */
  readonly facts: readonly FactToVisit[];
  /** What the last visit found to be otherwise and is not ended, beside what is filed now. */
  readonly mismatches: readonly MismatchNow[];
  /** What is filed now otherwise than the last visit saw it, and nobody has looked at. */
  readonly unseen: readonly UnseenFact[];
  /** Before which no visit can be dated, for who may record it. */
  readonly earliestVisit: EarliestVisit | null;
  readonly visits: readonly (Omit<VisitRecord, 'files'> & { readonly files: readonly FileView[] })[];
  readonly steps: readonly (Omit<VerificationStep, 'actorId'> & {
    readonly label: string;
    readonly actorName: string | null;
  })[];
  /** What the applicant has put beside their report. */
  readonly applicantFiles: readonly FileView[];
}

@Injectable()
export class Verifications {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly verifications: VerificationStore,
    private readonly sites: SiteFacts,
    private readonly reference: ReferenceData,
    private readonly offices: FilingReference,
    private readonly people: PersonStore,
  ) {}

  /** The last first: one at most is not ended. @throws NOT_FOUND, WRONG_DEPARTMENT */
  ofFiling(caller: Caller, id: string): Promise<Page<VerificationView>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const items: VerificationView[] = [];
      for (const found of await this.verifications.listOfFiling(manager, id))
        items.push(await this.view(manager, filing, found, caller));
      return { items, nextCursor: null };
    });
  }

  async view(
    manager: Tx['manager'],
    filing: Filing,
    found: Verification,
    caller: Caller,
  ): Promise<VerificationView> {
    const own = isApplicant(filing, caller);
    const acting = await this.offices.actingOn(caller, filing);
    const opens = own || opensVisitFiles(filing, acting);
    const beside = await this.sites.beside(manager, filing, found);
    const acts = verificationProcess
      .availableActions(found.status, rightsOver(filing, acting))
      .filter((action) => action !== 'withdraw' || found.origin !== 'ACCEPTANCE')
      .filter((action) => action !== 'settle' || isAsSeen(beside));
    const steps = await this.verifications.steps(manager, found.id);
    const visits = await this.verifications.visits(manager, found.id);
    const acted = [found.orderedBy, ...steps.map(({ actorId }) => actorId)].filter((id) => id !== null);
    const names = await this.people.listNames(manager, [...new Set(acted)]);
    const actor = actorsFor(filing, caller, names);
    const files = await this.verifications.listFiles(manager, found.id);
    const byId = new Map(files.map((file) => [file.id, file]));
    const { kind, district, openedAt } = found;
    const term = await this.reference.findTerm(VISIT_TERMS[found.origin], {
      kind,
      district,
      on: dateInShanghai(openedAt),
    });
    return {
      id: found.id,
      origin: found.origin,
      purpose: found.purpose,
      plannedOn: found.plannedOn,
      orderedByName: found.orderedBy === null ? null : actor(found.orderedBy),
      status: found.status,
      statusLabel: VERIFICATION_STATUS_LABELS[found.status],
      version: steps.at(-1)?.seq ?? 0,
      dueOn: found.dueOn,
      correctBy: found.correctBy,
      openedAt,
      basis: term?.basis ?? null,
      availableActions: acts,
      earliestVisit: acts.includes('confirm') ? earliestVisit(found, visits, steps) : null,
      facts: acts.includes('confirm') ? await this.sites.of(manager, filing, found) : [],
      ...beside,
      visits: visits.map((visit) => ({
        ...visit,
        // Photos of the authority show rooms and people; what was found is in words.
        files: own || !opens ? [] : visit.files.flatMap((id) => shown(byId.get(id))),
      })),
      steps: steps.map(({ actorId, ...step }) => ({
        ...step,
        label: verificationProcess.actions[step.action].label,
        actorName: actor(actorId),
      })),
      applicantFiles: files
        .filter(({ uploadedBy }) => opens && uploadedBy === found.applicantId)
        .flatMap((file) => shown(file)),
    };
  }

  async earliest(manager: Tx['manager'], found: Verification): Promise<EarliestVisit> {
    const visits = await this.verifications.visits(manager, found.id);
    return earliestVisit(found, visits, await this.verifications.steps(manager, found.id));
  }
}

function shown(file: VerificationFile | undefined): FileView[] {
  if (!file) return [];
  const { id, name, size, mediaType } = file;
  return [{ id, name, size, mediaType }];
}
