import { Inject, Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { SYSTEM_ID, type Caller, type SiteItemRow } from '@zhaoguan/contracts';
import { CLOCK, ReferenceData, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { isApplicant, opensVisitFiles, requireRight, rightsOver, type Filing } from '../domain/filing';
import {
  earliestVisit,
  factsOf,
  type EarliestVisit,
  type FiledFact,
  type Verification,
} from '../domain/verification';
import { VISIT_TERMS } from '../domain/verification-order';
import {
  VERIFICATION_STATUS_LABELS,
  verificationProcess,
  type VerificationAction,
} from '../domain/verification.process';
import { FilingStore } from '../store/filing.store';
import { FilingStores } from '../store/filing-stores';
import {
  VerificationStore,
  type VerificationFile,
  type VerificationStep,
  type VisitRecord,
} from '../store/verification.store';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';

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
  readonly facts: readonly FiledFact[];
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
    private readonly forms: FilingForms,
    private readonly reference: ReferenceData,
    private readonly offices: FilingReference,
    private readonly people: PersonStore,
    private readonly stores: FilingStores,
    @Inject(CLOCK) private readonly clock: Clock,
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
    const acts = verificationProcess
      .availableActions(found.status, rightsOver(filing, acting))
      .filter((action) => action !== 'withdraw' || found.origin !== 'ACCEPTANCE');
    const steps = await this.verifications.steps(manager, found.id);
    const visits = await this.verifications.visits(manager, found.id);
    const acted = [found.orderedBy, ...steps.map(({ actorId }) => actorId)].filter((id) => id !== null);
    const names = await this.people.listNames(manager, [...new Set(acted)]);
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
      orderedByName: found.orderedBy === null ? null : (names.get(found.orderedBy) ?? null),
      status: found.status,
      statusLabel: VERIFICATION_STATUS_LABELS[found.status],
      version: steps.at(-1)?.seq ?? 0,
      dueOn: found.dueOn,
      correctBy: found.correctBy,
      openedAt,
      basis: term?.basis ?? null,
      availableActions: acts,
      earliestVisit: acts.includes('confirm') ? earliestVisit(found, visits, steps) : null,
      facts: acts.includes('confirm') ? await this.facts(manager, filing, found) : [],
      visits: visits.map((visit) => ({
        ...visit,
        // Photos of the authority show rooms and people; what was found is in words.
        files: own || !opens ? [] : visit.files.flatMap((id) => shown(byId.get(id))),
      })),
      steps: steps.map(({ actorId, ...step }) => ({
        ...step,
        label: verificationProcess.actions[step.action].label,
        actorName: actorId === SYSTEM_ID ? '系统' : (names.get(actorId) ?? null),
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

  /** What is filed now, where it was accepted: a change since counts. Before that it is what was handed in last. */
  async facts(
    manager: Tx['manager'],
    filing: Filing,
    { institutionId }: Pick<Verification, 'institutionId'>,
  ): Promise<FiledFact[]> {
    const filed = filing.status === 'ACCEPTED' && institutionId !== null;
    const latest = (filed ? await this.filings.findLastFiled(manager, institutionId) : null) ?? filing;
    const handedIn = filed
      ? null
      : await this.stores.history.findSubmission(manager, filing.id, filing.round);
    const items = await this.reference.list<SiteItemRow>('site-items');
    const application = handedIn?.application ?? latest.application;
    return factsOf(await this.forms.of(latest), application, items, dateInShanghai(this.clock.now()));
  }
}

function shown(file: VerificationFile | undefined): FileView[] {
  if (!file) return [];
  const { id, name, size, mediaType } = file;
  return [{ id, name, size, mediaType }];
}
