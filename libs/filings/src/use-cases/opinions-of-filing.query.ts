import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import {
  areaOf,
  departmentLabel,
  type Caller,
  type DepartmentRow,
  type JurisdictionRow,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireRight, rightsOver, type Filing } from '../domain/filing';
import { disagreeing } from '../domain/disagreement';
import { isOpenCase } from '../domain/assignment';
import {
  consultables,
  lastOfEach,
  OPINION_ANSWER_LABELS,
  type Consultable,
  type Opinion,
  type OpinionAnswer,
} from '../domain/opinion';
import { unattendedInWords } from '../domain/opinion-part';
import { OPINION_STATUS_LABELS, type OpinionStatus } from '../domain/opinion.process';
import { usualOpinion, type UsualOpinion } from '../domain/usual-opinion';
import { FilingStore } from '../store/filing.store';
import { OpinionStore, type OpinionFile } from '../store/opinion.store';
import { CompareSubmissions } from './compare-submissions';
import { FilingReference } from './filing-reference';
import { OpinionGivers } from './opinion-givers';

/** An opinion as one of the case reads it; what it says is told the applicant when the filing is decided. */
export interface OpinionLine {
  readonly id: string;
  readonly department: string;
  readonly departmentName: string;
  /** The submission that the department was shown. */
  readonly round: number;
  /** What the applicant has changed since that submission, by name; of an opinion that counts, for who reads what it says. */
  readonly changedSince: readonly string[];
  readonly status: OpinionStatus;
  readonly statusLabel: string;
  readonly dueOn: PlainDate;
  /** For who may ask: nobody of the department could answer it now, who was there when it was asked has left. */
  readonly unattended: boolean;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly question: string | null;
  readonly askedByName: string | null;
  readonly endedByName: string | null;
  readonly answer: OpinionAnswer | null;
  readonly answerLabel: string | null;
  readonly reasons: string | null;
  readonly files: readonly Omit<OpinionFile, 'sm3'>[];
}

/** A department of the place; `hindrance`: in words why it cannot be asked on this filing now, null where it can. */
export interface OfferedDepartment extends Consultable {
  readonly hindrance: string | null;
}

export interface OpinionsView {
  readonly items: readonly OpinionLine[];
  /** Whom the reader may ask now, and why one cannot be asked. */
  readonly departments: readonly OfferedDepartment[];
  /** Of these the one that is asked about such a site, and has not been; null where there is none. */
  readonly usual: UsualOpinion | null;
  /** Whether the reader may decide without what is not answered (不再等待). */
  readonly mayWaive: boolean;
  /** For who reads the answers: names of the departments that do not agree, against which an acceptance gives its reason. */
  readonly disagreeing: readonly string[];
}

@Injectable()
export class OpinionsOfFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly opinions: OpinionStore,
    private readonly people: PersonStore,
    private readonly reference: ReferenceData,
    private readonly offices: FilingReference,
    private readonly compare: CompareSubmissions,
    private readonly givers: OpinionGivers,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  execute(caller: Caller, id: string): Promise<OpinionsView> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      return this.view(manager, filing, caller);
    });
  }

  async view(manager: Tx['manager'], filing: Filing, caller: Caller): Promise<OpinionsView> {
    const acting = await this.offices.actingOn(caller, filing);
    const consults = rightsOver(filing, acting).has('filing.consult');
    const names = await this.departments(filing);
    const found = await this.opinions.ofFiling(manager, filing.id);
    const people = await this.people.listNames(manager, [
      ...new Set(found.flatMap(({ askedBy, endedBy }) => [askedBy, ...(endedBy === null ? [] : [endedBy])])),
    ]);
    const files = consults
      ? await this.opinions.filesOf(
          manager,
          found.map(({ id }) => id),
        )
      : NO_FILES;
    const told = consults || !isOpenCase(filing);
    const changed = told ? await this.changedSince(manager, filing, found) : NOTHING_CHANGED;
    const unattended = consults ? await this.unattended(manager, filing, found) : NONE_UNATTENDED;
    const reader = { names, people, files, changed, unattended, consults, told };
    const items = found.map((opinion) => lineFor(reader, opinion));
    const against = told ? disagreeing(found) : [];
    const asks = consults && filing.status === 'SUBMITTED';
    const departments = asks ? await this.offered(manager, filing, caller, names) : [];
    const asked = found.map(({ department }) => department);
    const mayWaive = consults && found.some(({ status }) => status === 'ASKED');
    return {
      items,
      departments,
      usual: usualOpinion(filing, departments, asked),
      mayWaive,
      disagreeing: against.map((code) => nameIn(names, code)),
    };
  }

  private async offered(
    manager: Tx['manager'],
    filing: Filing,
    { id: askedBy }: Caller,
    names: readonly Consultable[],
  ): Promise<OfferedDepartment[]> {
    const isAttended = await this.givers.at(manager, filing, filing.application);
    return names.map(({ code, name }) => ({
      code,
      name,
      hindrance: isAttended({ department: code, askedBy }) ? null : unattendedInWords(name),
    }));
  }

  /** Which of those that are open nobody could answer now, by id. */
  private async unattended(
    manager: Tx['manager'],
    filing: Filing,
    found: readonly Opinion[],
  ): Promise<Reader['unattended']> {
    const ids = new Set<string>();
    for (const opinion of found.filter(({ status }) => status === 'ASKED'))
      if (!(await this.givers.at(manager, filing, opinion))(opinion)) ids.add(opinion.id);
    return ids;
  }

  /** Of what counts and was about an earlier submission: what is different now, by the id of the opinion. */
  private async changedSince(
    manager: Tx['manager'],
    filing: Filing,
    found: readonly Opinion[],
  ): Promise<Reader['changed']> {
    const earlier = lastOfEach(found).filter(({ round }) => round < filing.round);
    const byRound = new Map<number, readonly string[]>();
    for (const { round } of earlier) {
      if (byRound.has(round)) continue;
      const since = await this.compare.since(manager, filing, round);
      const { fields = [], materials = [] } = since?.changes ?? {};
      byRound.set(round, [...fields.map(({ label }) => label), ...materials.map(({ name }) => name)]);
    }
    return new Map(earlier.map(({ id, round }) => [id, byRound.get(round) ?? []]));
  }

  /** The agencies of the place, by their names. */
  async departments({ kind, application }: Filing): Promise<Consultable[]> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const place = areaOf(application, jurisdictions) ?? application.district;
    return consultables(kind, place, await this.reference.list<DepartmentRow>('departments'));
  }
}

interface Reader {
  readonly names: readonly Consultable[];
  readonly people: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, readonly OpinionFile[]>;
  readonly changed: ReadonlyMap<string, readonly string[]>;
  readonly unattended: ReadonlySet<string>;
  readonly consults: boolean;
  /** Whether it is told what was said. */
  readonly told: boolean;
}

function lineFor(reader: Reader, opinion: Opinion): OpinionLine {
  const { id, department, status, dueOn, askedAt, endedAt, answer, askedBy, endedBy } = opinion;
  const { consults, told, people, files } = reader;
  return {
    id,
    department,
    departmentName: nameIn(reader.names, department),
    round: opinion.round,
    changedSince: reader.changed.get(id) ?? [],
    status,
    statusLabel: OPINION_STATUS_LABELS[status],
    dueOn,
    unattended: reader.unattended.has(id),
    askedAt,
    endedAt,
    question: consults ? opinion.question : null,
    askedByName: consults ? (people.get(askedBy) ?? null) : null,
    endedByName: consults && endedBy !== null ? (people.get(endedBy) ?? null) : null,
    answer: told ? answer : null,
    answerLabel: told && answer !== null ? OPINION_ANSWER_LABELS[answer] : null,
    reasons: told ? opinion.reasons : null,
    files: (files.get(id) ?? []).map(({ sm3: _sm3, ...file }) => file),
  };
}

const NO_FILES: Reader['files'] = new Map();
const NOTHING_CHANGED: Reader['changed'] = new Map();
const NONE_UNATTENDED: Reader['unattended'] = new Set();

const nameIn = (names: readonly Consultable[], department: string): string =>
  names.find(({ code }) => code === department)?.name ?? departmentLabel(department);
