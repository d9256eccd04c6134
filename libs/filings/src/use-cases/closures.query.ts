import { Inject, Injectable } from '@nestjs/common';
import { PersonStore, ReadsOnline } from '@zhaoguan/access';
import {
  PLACED_LABELS,
  REFUNDED_LABELS,
  refuse,
  type AgencyContact,
  type Caller,
  type LegalCitation,
  type Refunded,
} from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { actorsFor } from '../domain/actor-in-words';
import { CLOSURE_TERM, stillTakesOver, type Closure, toldOf } from '../domain/closure';
import { CLOSURE_STATUS_LABELS, closureProcess } from '../domain/closure.process';
import type { ServiceNotice } from '../domain/service-notice';
import { opensVisitFiles, requireRight, rightsOver, isApplicant, type Filing } from '../domain/filing';
import {
  ClosureStore,
  type ClosureFile,
  type ClosureRecord,
  type NamingClosure,
  type ReportRecord,
} from '../store/closure.store';
import { RetractionStore } from '../store/retraction.store';
import { FilingStore } from '../store/filing.store';
import { ClosureDesk } from './closure-desk';
import { FilingReference } from './filing-reference';
import { SuccessorDesk } from './successor-desk';

export interface ClosureRecordView extends Omit<ClosureRecord, 'actorId'> {
  readonly label: string;
  readonly placedLabel: string;
  readonly refundedLabel: string;
  readonly actorName: string | null;
}

/** That all is done, as who has ended reported it. */
export type ClosureReportView = Omit<ReportRecord, 'actorId'> & { readonly actorName: string | null };

/** The authority that looks at it; the contact only where it is registered. */
interface ClosureOffice {
  readonly name: string;
  readonly contact: Pick<AgencyContact, 'address' | 'phone'> | null;
}

/** A closure that is followed up, as both sides read it. */
export interface ClosureView extends Pick<
  Closure,
  'filingId' | 'institutionId' | 'endsOn' | 'status' | 'dueOn'
> {
  readonly version: number;
  readonly statusLabel: string;
  readonly basis: LegalCitation | null;
  /** Who takes over by the notice (承接机构), as it was typed. */
  readonly successor: string | null;
  /** Whether that one, being in the same account, stood in the register as such from the acceptance on. */
  readonly successorWritten: boolean;
  /** Whether that one, of another account, stands in the register since it was settled: what corrects that takes it back. */
  readonly successorLinked: boolean;
  /** To which day the term goes with a record of today by which fees are left, or only people; for who may record alone. */
  readonly dueAgain: { readonly feesLeft: PlainDate; readonly peopleLeft: PlainDate } | null;
  /** Who looks at it, and how it is reached. */
  readonly office: ClosureOffice;
  /** How many people were to be placed by the notice, and whether fees were to be given back. */
  readonly residents: number;
  readonly refundDue: boolean;
  /** For the reader to record, or to correct, what became of it: the day of the end has come. */
  readonly mayRecord: boolean;
  /** For the reader to report that what was left is done. */
  readonly mayReport: boolean;
  /** Whether who has ended can sign in and report here; else the office hears of it in another way. */
  readonly reportsOnline: boolean;
  readonly records: readonly ClosureRecordView[];
  readonly reports: readonly ClosureReportView[];
  /** What was put beside the reports, for who may open it. */
  readonly files: readonly Omit<ClosureFile, 'sm3'>[];
}

/** What became of those who lived in an institution that has ended, and of the fees (终止后续核实). */
@Injectable()
export class Closures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly closures: ClosureStore,
    private readonly retractions: RetractionStore,
    private readonly institutions: InstitutionStore,
    private readonly people: PersonStore,
    private readonly readsOnline: ReadsOnline,
    private readonly filingReference: FilingReference,
    private readonly desk: ClosureDesk,
    private readonly successors: SuccessorDesk,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of a filing: one at most, none of what is no closure or not accepted. @throws NOT_FOUND, WRONG_DEPARTMENT */
  ofFiling(caller: Caller, id: string): Promise<Page<ClosureView>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const found = await this.closures.find(manager, id);
      const items = found === null ? [] : [await this.view(manager, { filing, closure: found }, caller)];
      return { items, nextCursor: null };
    });
  }

  /** Of an institution, the last first, for its own operator and the officials of its department. */
  ofInstitution(caller: Caller, institutionId: string): Promise<Page<ClosureView>> {
    return this.work.read(caller, async (manager) => {
      const items: ClosureView[] = [];
      for (const closure of await this.closures.ofInstitution(manager, institutionId, caller)) {
        const filing = await this.filings.get(manager, closure.filingId);
        items.push(await this.view(manager, { filing, closure }, caller));
      }
      return { items, nextCursor: null };
    });
  }

  /**
   * Closures by which an institution takes over (承接), as long as that is to be written into its 沿革: for whoever may see it.
   * @throws NOT_FOUND, also for an institution of another jurisdiction
   */
  naming(caller: Caller, institutionId: string): Promise<Page<Pick<NamingClosure, 'name' | 'endsOn'>>> {
    return this.work.read(caller, async (manager) => {
      const named = await this.institutions.findById(manager, institutionId);
      if (named === null) throw refuse('NOT_FOUND');
      const closures = await this.closures.naming(manager, institutionId);
      const items = closures
        .filter(({ accountId }) => stillTakesOver(named, accountId))
        .map(({ name, endsOn }) => ({ name, endsOn }));
      return { items, nextCursor: null };
    });
  }

  async view(
    manager: Tx['manager'],
    { filing, closure }: { readonly filing: Filing; readonly closure: Closure },
    caller: Caller,
  ): Promise<ClosureView> {
    const { filingId, institutionId, endsOn, status, dueOn, kind, district, township } = closure;
    const today = dateInShanghai(this.clock.now());
    const records = await this.closures.records(manager, filingId);
    const reports = await this.closures.reports(manager, filingId);
    const actors = [...records, ...reports].map(({ actorId }) => actorId);
    const names = await this.people.listNames(manager, [...new Set(actors)]);
    const actor = actorsFor(filing, caller, names);
    const acting = await this.filingReference.actingOn(caller, filing);
    const rights = rightsOver(filing, acting);
    const opens = isApplicant(filing, caller) || opensVisitFiles(filing, acting);
    const { notice } = filing.application;
    const term = await this.reference.term(CLOSURE_TERM, { kind, district, on: endsOn });
    const mayRecord =
      endsOn <= today &&
      status !== 'CALLED_OFF' &&
      rights.has('filing.verify') &&
      !(await this.retractions.isAsked(manager, filingId));
    const { name, contact } = await this.reference.paperAuthority(kind, { district, township });
    return {
      filingId,
      institutionId,
      endsOn,
      status,
      dueOn,
      version: actors.length + 1,
      statusLabel: CLOSURE_STATUS_LABELS[status],
      basis: term.basis,
      successor: notice?.successor ?? null,
      successorWritten: closure.successor?.accountId === closure.applicantId,
      successorLinked: mayRecord && (await this.successors.wouldTakeBack(manager, closure)),
      dueAgain: mayRecord ? await this.dueAgain(closure, notice, today) : null,
      office: { name, contact: contact ? { address: contact.address, phone: contact.phone } : null },
      ...toldOf(notice),
      mayRecord,
      mayReport: closureProcess.availableActions(status, rights).includes('report'),
      reportsOnline: await this.readsOnline.execute(manager, closure.applicantId, 'filing.file'),
      records: records.map(({ actorId, ...record }) => ({
        ...record,
        label: closureProcess.actions[record.action].label,
        placedLabel: PLACED_LABELS[record.placed],
        refundedLabel: REFUNDED_LABELS[record.refunded],
        actorName: actor(actorId),
      })),
      reports: reports.map(({ actorId, ...report }) => ({
        ...report,
        actorName: actor(actorId),
      })),
      files: opens
        ? (await this.closures.listFiles(manager, filingId)).map(({ id, name: called, size, mediaType }) => ({
            id,
            name: called,
            size,
            mediaType,
          }))
        : [],
    };
  }

  private async dueAgain(office: Closure, notice: ServiceNotice | null, today: PlainDate) {
    const after = (refunded: Refunded) => this.desk.dueAgain(office, { refunded }, notice, today);
    return { feesLeft: await after('NOT_ALL'), peopleLeft: await after('ALL') };
  }
}
