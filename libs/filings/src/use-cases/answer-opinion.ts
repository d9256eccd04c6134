import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { caseWords, refuse, siteOf, type Caller } from '@zhaoguan/contracts';
import { displayValue, shownFields, valueAt, type ChangedField } from '@zhaoguan/forms';
import { decodePositionCursor, encodeCursor, guarded, isPlainDate } from '@zhaoguan/kernel';
import { FileStore, pageOf, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { amendmentsOf } from '../domain/amendment';
import { documentOf } from '../domain/application-review';
import { rightsOver, type Filing } from '../domain/filing';
import { OPINION_ANSWER_LABELS, requireReasons, type Opinion, type OpinionAnswer } from '../domain/opinion';
import { partIn } from '../domain/opinion-part';
import {
  OPINION_STATUS_LABELS,
  opinionProcess,
  type OpinionAction,
  type OpinionStatus,
} from '../domain/opinion.process';
import { FilingStores } from '../store/filing-stores';
import { OpinionStore, type OpinionFile } from '../store/opinion.store';
import type { UploadedMaterial } from '../store/material.store';
import type { Upload } from './attach-material';
import { AskedDepartments } from './asked-departments';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';
import { OpinionActs } from './opinion-acts';
import { ReadableChanges } from './readable-changes';

/** What a department is asked, as a line of its list. */
export interface AskedLine extends Pick<
  Opinion,
  'id' | 'kind' | 'district' | 'department' | 'question' | 'status' | 'dueOn' | 'askedAt' | 'answer'
> {
  readonly name: string;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  /** In whose name it is answered (征求部门): one person may answer for several. */
  readonly departmentName: string;
  readonly statusLabel: string;
}

/**
 * What it is shown: the application in words, personal data masked, and the chosen materials, for as long as it is to answer;
 * afterwards the question and its own answer.
 * @law 个人信息保护法第六条、第十九条
 */
export interface AskedView extends AskedLine {
  /** What is asked for, as the case is called (变更备案). */
  readonly typeLabel: string;
  /** Which authority asks (征求机关). */
  readonly authorityName: string;
  /** The submission that it is shown, and the last there is. */
  readonly round: number;
  readonly lastRound: number;
  /** Whether the case was returned and lies with the applicant, who may change it. */
  readonly withApplicant: boolean;
  readonly reasons: string | null;
  readonly answerLabel: string | null;
  /** What a change filing changes of what is registered, old beside new, of the submission that it is shown; null of any other filing. */
  readonly amendments: readonly ChangedField[] | null;
  readonly application: readonly { readonly label: string; readonly value: string }[];
  readonly materials: readonly { readonly code: string; readonly name: string; readonly fileName: string }[];
  readonly files: readonly Omit<OpinionFile, 'sm3'>[];
  readonly availableActions: readonly OpinionAction[];
}

const MOST_FILES = 10;

/** Where what has ended stands among last days. */
const ENDED = 'infinity';
const isPosition = (text: string): boolean => text === ENDED || isPlainDate(text);

/** Officials of another department read what they are asked, and answer (答复协同意见). */
@Injectable()
export class AnswerOpinion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly opinions: OpinionStore,
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
    private readonly files: FileStore,
    private readonly acts: OpinionActs,
    private readonly departments: AskedDepartments,
    private readonly readable: ReadableChanges,
    private readonly audit: AuditLog,
  ) {}

  /** Of the own departments: what is to be answered first, by its last day. @throws INVALID_CURSOR */
  async list(
    caller: Caller,
    query: { readonly status?: OpinionStatus; readonly limit: number; readonly cursor?: string },
  ): Promise<Page<AskedLine>> {
    const after = query.cursor === undefined ? null : decodePositionCursor(query.cursor, isPosition);
    // Of the very office, which alone may open and answer it; a township stands with its county.
    const places = [...new Set(caller.districts.map((code) => siteOf(code).district))];
    const rows = await this.work.read(caller, (manager) =>
      this.opinions.ofDepartments(manager, caller.departments, {
        status: query.status ?? null,
        places,
        after,
        limit: query.limit,
      }),
    );
    const nameOf = await this.departments.names();
    return pageOf(
      rows,
      query.limit,
      (row) => lineOf(row, nameOf(row)),
      ({ id, status, dueOn }) => encodeCursor([status === 'ASKED' ? dueOn : ENDED, id]),
    );
  }

  /** @throws NOT_FOUND also of what another department is asked */
  get(caller: Caller, id: string): Promise<AskedView> {
    return this.work.read(caller, async (manager) =>
      this.view(manager, caller, await this.own(manager, caller, id)),
    );
  }

  /** It bears personal data in clear, so who opened it is on record. @throws NOT_FOUND of what it is not shown */
  async material(caller: Caller, id: string, code: string): Promise<UploadedMaterial> {
    return this.work.run(caller, async (tx) => {
      const opinion = await this.own(tx.manager, caller, id);
      const found = (await this.shown(tx.manager, opinion)).find((material) => material.code === code);
      if (!found) throw refuse('NOT_FOUND');
      await this.audit.append(tx, {
        action: 'filing.material-opened',
        subjectType: 'filing',
        subjectId: opinion.filingId,
        district: opinion.district,
        detail: { code, version: found.version, sm3: found.sm3, department: opinion.department },
      });
      return found;
    });
  }

  /** @throws NOT_FOUND, WRONG_DISTRICT, OPINION_OF_YOUR_OWN, OPINION_OF_YOUR_OWN_CASE, INVALID_TRANSITION, REASON_REQUIRED */
  answer(caller: Caller, id: string, answer: OpinionAnswer, reasons?: string): Promise<AskedView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.ownForUpdate(tx, id);
      const words = guarded(reasons ?? null);
      requireReasons(answer, words);
      await this.acts.execute(tx, 'answer', before, { answer, reasons: words });
      return this.view(tx.manager, caller, await this.opinions.get(tx.manager, id));
    });
  }

  /** @throws what `answer` throws, TOO_MANY_FILES, and what FileStore refuses */
  async addFile(caller: Caller, id: string, upload: Upload): Promise<OpinionFile> {
    await this.work.ask(caller, (tx) => this.requireRoom(tx, id));
    return this.files.receive(caller, upload.file, upload.filename, (file) =>
      this.work.run(caller, async (tx) => {
        await this.requireRoom(tx, id);
        await this.opinions.appendFile(tx, id, file);
        await this.acts.fileAdded(tx, await this.opinions.get(tx.manager, id), file.sm3);
        return file;
      }),
    );
  }

  /** For the department that sent it and the authority that asked. @throws NOT_FOUND, WRONG_DISTRICT */
  async file(caller: Caller, id: string, fileId: string) {
    const file = await this.work.read(caller, async (manager) => {
      const opinion = await this.opinions.get(manager, id);
      const filing = await this.stores.filings.get(manager, opinion.filingId);
      if (!rightsOver(filing, caller).has('filing.consult')) await this.requireOwn(caller, opinion);
      return (await this.opinions.listFiles(manager, id)).find((one) => one.id === fileId);
    });
    if (!file) throw refuse('NOT_FOUND');
    return { file, content: await this.files.read(file.sm3) };
  }

  /** @throws NOT_FOUND, WRONG_DISTRICT */
  private async requireOwn(caller: Caller, opinion: Opinion): Promise<void> {
    const isAsked =
      caller.permissions.has('opinion.answer') && caller.departments.includes(opinion.department);
    if (!isAsked) throw refuse('NOT_FOUND');
    await this.reference.requireResponsible(caller, opinion);
  }

  private async own(manager: Tx['manager'], caller: Caller, id: string): Promise<Opinion> {
    const opinion = await this.opinions.get(manager, id);
    await this.requireOwn(caller, opinion);
    return opinion;
  }

  /** Locked after its filing, as in every act of the authority, so that nobody takes the case meanwhile. */
  private async ownForUpdate(tx: Tx, id: string): Promise<Opinion> {
    const { filingId } = await this.own(tx.manager, tx.caller, id);
    const filing = await this.stores.filings.getForUpdate(tx, filingId);
    const opinion = await this.opinions.getForUpdate(tx, id);
    const ground = await this.partOf(tx.manager, tx.caller, filing, opinion);
    if (ground !== null) throw refuse(ground);
    return opinion;
  }

  private async partOf(manager: Tx['manager'], { id }: Caller, filing: Filing, { askedBy }: Opinion) {
    return partIn({ filing, takingPart: await this.opinions.takingPart(manager, filing.id) }, askedBy, id);
  }

  private async requireRoom(tx: Tx, id: string): Promise<void> {
    const { status } = await this.ownForUpdate(tx, id);
    opinionProcess.apply(status, 'answer');
    const files = await this.opinions.listFiles(tx.manager, id);
    if (files.length >= MOST_FILES) throw refuse('TOO_MANY_FILES', { most: MOST_FILES });
  }

  private async shown(
    manager: Tx['manager'],
    { filingId, round, materials, status }: Opinion,
  ): Promise<UploadedMaterial[]> {
    if (status !== 'ASKED') return [];
    const submission = await this.stores.history.findSubmission(manager, filingId, round);
    const handedIn = await this.stores.materials.byIds(manager, filingId, submission?.materials ?? []);
    return handedIn.filter(({ code }) => materials.includes(code));
  }

  private async view(manager: Tx['manager'], caller: Caller, opinion: Opinion): Promise<AskedView> {
    const filing = await this.stores.filings.get(manager, opinion.filingId);
    const part = await this.partOf(manager, caller, filing, opinion);
    const submission = await this.stores.history.findSubmission(manager, opinion.filingId, opinion.round);
    if (!submission) throw new Error(`opinion ${opinion.id} lost its submission`);
    const place = { district: opinion.district, township: opinion.township };
    const form = await this.forms.of(filing);
    const document = documentOf(submission.application);
    const names = new Map(
      (await this.reference.materialsOf({ ...filing, application: submission.application })).map(
        ({ code, name }) => [code, name],
      ),
    );
    return {
      ...lineOf(
        { ...opinion, name: submission.application.name, siteType: submission.application.siteType },
        (await this.departments.names())(opinion),
      ),
      typeLabel: caseWords(filing).types[filing.type],
      authorityName: await this.reference.authorityName(filing.kind, {
        ...place,
        authority: filing.authority,
      }),
      round: opinion.round,
      lastRound: filing.round,
      withApplicant: filing.status === 'RETURNED',
      reasons: opinion.reasons,
      answerLabel: opinion.answer === null ? null : OPINION_ANSWER_LABELS[opinion.answer],
      amendments:
        opinion.status === 'ASKED' && filing.type === 'CHANGE' && filing.base !== null
          ? await this.readable.execute(form, amendmentsOf(form, filing.base, submission.application), false)
          : null,
      application: await Promise.all(
        (opinion.status === 'ASKED' ? shownFields(form, document) : []).map(async (field) => {
          const value = displayValue(field, valueAt(document, field.pointer));
          const isPlace = field.type === 'district' || field.type === 'township';
          return {
            label: field.label,
            value: isPlace ? (await this.reference.districtPath(value)) || value : value,
          };
        }),
      ),
      materials: (await this.shown(manager, opinion)).map(({ code, fileName }) => ({
        code,
        name: names.get(code) ?? code,
        fileName,
      })),
      files: (await this.opinions.listFiles(manager, opinion.id)).map(({ sm3: _sm3, ...file }) => file),
      availableActions: opinion.status === 'ASKED' && part === null ? ['answer'] : [],
    };
  }
}

function lineOf(opinion: Opinion & Pick<AskedLine, 'name' | 'siteType'>, departmentName: string): AskedLine {
  const { id, kind, siteType, district, department, question, status, dueOn, askedAt, answer, name } =
    opinion;
  return {
    id,
    kind,
    siteType,
    district,
    department,
    question,
    status,
    dueOn,
    askedAt,
    answer,
    name,
    departmentName,
    statusLabel: OPINION_STATUS_LABELS[status],
  };
}
