import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import type { DomainError } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import {
  FORM_BYTES,
  MOST_FORM_DRAFTS,
  type FormContent,
  type FormDraft,
  type FormDraftLine,
} from '../domain/form-draft';
import { FormDraftStore } from '../store/form-draft.store';

/** Keeps what a person types until it is handed in (表单草稿), and tells two pages of one form of each other. */
@Injectable()
export class FormDrafts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: FormDraftStore,
  ) {}

  /** The person's own, what was saved last on top. */
  list(caller: Caller): Promise<FormDraftLine[]> {
    return this.work.read(caller, (manager) => this.drafts.list(manager, caller.id));
  }

  /** Null where there is none: the rule for every form that is opened for the first time. */
  async get(caller: Caller, key: string): Promise<FormDraft | null> {
    return (await this.work.read(caller, (manager) => this.drafts.find(manager, caller.id, key))) ?? null;
  }

  /**
   * @param version the version that the page has seen; undefined when it has seen none, so that there must be none
   * @throws FORM_DRAFT_STALE when another page has saved or discarded the form since, PAYLOAD_TOO_LARGE
   */
  save(
    caller: Caller,
    key: string,
    content: FormContent,
    version: number | undefined,
  ): Promise<FormDraftLine> {
    if (Buffer.byteLength(JSON.stringify(content)) > FORM_BYTES) throw refuse('PAYLOAD_TOO_LARGE');
    return this.work.run(caller, async (tx) => {
      const saved =
        version === undefined
          ? await this.create(tx, key, content)
          : await this.drafts.update(tx, key, content, version);
      if (!saved) throw await this.stale(tx, key);
      return saved;
    });
  }

  /** Discarding what is not there is no fault. @throws FORM_DRAFT_STALE when a version is given and it is another */
  discard(caller: Caller, key: string, version: number | undefined): Promise<void> {
    return this.work.run(caller, async (tx) => {
      const removed = await this.drafts.remove(tx, key, version ?? null);
      if (!removed && version !== undefined) throw await this.stale(tx, key);
    });
  }

  private async create(tx: Tx, key: string, content: FormContent): Promise<FormDraftLine | undefined> {
    await this.drafts.makeRoom(tx, MOST_FORM_DRAFTS);
    return this.drafts.insert(tx, key, content);
  }

  private async stale(tx: Tx, key: string): Promise<DomainError> {
    const latest = await this.drafts.find(tx.manager, tx.caller.id, key);
    return refuse('FORM_DRAFT_STALE', {
      currentVersion: latest?.version ?? null,
      savedAt: latest?.updatedAt ?? null,
    });
  }
}
