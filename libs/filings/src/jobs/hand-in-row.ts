import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@zhaoguan/audit';
import { refuse } from '@zhaoguan/contracts';
import { FolderEntries, UnreadableFile, type Partner, type PartnerFolder } from '@zhaoguan/exchange';
import { DomainError, type FieldError } from '@zhaoguan/kernel';
import { UPLOAD_LIMIT } from '@zhaoguan/platform';
import { checkedEntry } from '../http/case-entry';
import type { ExchangeFilingInputDto } from '../http/exchange-filings.dto';
import { KIND, materialPointer } from '../import/case-columns';
import { said, type CaseRow } from '../import/case-sheet';
import { AttachMaterial } from '../use-cases/attach-material';
import type { FilingView } from '../use-cases/present-filing';
import { ReceiveCase } from '../use-cases/receive-case';
import { SubmitFiling } from '../use-cases/submit-filing';

/** Whose row it is, and where its files lie. */
export interface RowScene {
  readonly partner: Partner;
  readonly disk: PartnerFolder;
  readonly traceId: string;
}

/**
 * One row of a file: the case is received or corrected, gets its materials and is handed in, each step by the use case that the request
 * by HTTP calls. The same row again does nothing; one that was broken off goes on where it was.
 */
@Injectable()
export class HandInRow {
  constructor(
    private readonly entries: FolderEntries,
    private readonly cases: ReceiveCase,
    private readonly attach: AttachMaterial,
    private readonly submit: SubmitFiling,
  ) {}

  /** @throws whatever those use cases throw; CASE_REFERENCE_USED where the number is of another type; VALIDATION_FAILED for files that are not there */
  async execute(
    scene: RowScene,
    row: CaseRow,
  ): Promise<{ readonly result: 'SUBMITTED' | 'SAME'; readonly filingId: string }> {
    const { partner, traceId } = scene;
    const entry = await checked(row);
    const hashes = await hashesOf(scene, row);
    const { reference } = entry;
    const key = { reference, content: canonicalJson({ entry, materials: Object.fromEntries(hashes) }) };
    const before = await this.entries.find(partner, key, traceId);
    const known = await this.find(scene, reference);
    // A row is a first filing: put over a change of the same number, it would change whatever it says.
    if (known && known.type !== 'INITIAL') throw refuse('CASE_REFERENCE_USED');
    if (before && known && before.doneAt !== null) return { result: 'SAME', filingId: known.id };
    if (!before) await this.entries.begin(partner, key, known?.round ?? 0, traceId);
    // Handed in since this row was begun: the process was killed before it could say so.
    const submitted = before && known && known.round > before.round;
    const filingId = submitted ? known.id : await this.handIn(scene, { ...row, reference }, known, hashes);
    await this.entries.end(partner, key, traceId);
    return { result: 'SUBMITTED', filingId };
  }

  /** The case as it stands; none where there is none yet. */
  async find({ partner, traceId }: RowScene, reference: string): Promise<FilingView | undefined> {
    try {
      return await this.cases.read(partner, reference, traceId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  }

  private async handIn(
    scene: RowScene,
    row: CaseRow,
    known: FilingView | undefined,
    hashes: ReadonlyMap<string, string>,
  ): Promise<string> {
    const { partner, disk, traceId } = scene;
    const draft = await this.draft(scene, row, known);
    const { caller, filingId } = await this.cases.actingFor(partner, row.reference, traceId);
    for (const [code, name] of row.files) {
      const there = draft.materials.find((material) => material.code === code);
      if (there?.file?.sm3 === hashes.get(code)) continue;
      const file = await material(disk, name);
      if (!file) throw refuse('VALIDATION_FAILED', {}, [missingFile(code)]);
      await this.attach.check(caller, filingId, code);
      await this.attach.execute(caller, filingId, code, { file: file.createReadStream(), filename: name });
    }
    await this.submit.execute(caller, filingId);
    return filingId;
  }

  private async draft(
    { partner, traceId }: RowScene,
    row: CaseRow,
    known: FilingView | undefined,
  ): Promise<FilingView> {
    if (!known) {
      const entry = await checkedEntry(said(row.document));
      return this.cases.execute(partner, entry, traceId);
    }
    const { reference, institution } = await checkedEntry(row.document);
    return this.cases.correct(partner, reference, { institution, version: known.version }, traceId);
  }
}

/** @throws VALIDATION_FAILED naming every cell that is wrong, in one round */
async function checked({ document, faults }: CaseRow): Promise<ExchangeFilingInputDto> {
  if (faults.length === 0) return checkedEntry(document);
  const unread = new Set(faults.map(({ pointer }) => pointer));
  // Of an unknown kind nothing else was read.
  if (unread.has(KIND.pointer)) throw refuse('VALIDATION_FAILED', {}, faults);
  const others = await checkedEntry(document).then(
    () => [],
    (error: unknown) => {
      if (error instanceof DomainError) return error.fields.filter(({ pointer }) => !unread.has(pointer));
      throw error;
    },
  );
  throw refuse('VALIDATION_FAILED', {}, [...faults, ...others]);
}

/** SM3 of each file that the row names. @throws VALIDATION_FAILED naming those that are not there, or too large */
async function hashesOf({ disk }: RowScene, { files }: CaseRow): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  const faults: FieldError[] = [];
  for (const [code, name] of files) {
    const file = await material(disk, name);
    if (!file) {
      faults.push(missingFile(code));
      continue;
    }
    const { size } = await file.stat();
    if (size > UPLOAD_LIMIT) {
      await file.close();
      faults.push({ pointer: materialPointer(code), code: 'UPLOAD_TOO_LARGE', message: '文件超过 20 MB' });
      continue;
    }
    const hash = createHash('sm3');
    for await (const piece of file.createReadStream()) hash.update(piece as Buffer);
    hashes.set(code, hash.digest('hex'));
  }
  if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
  return hashes;
}

/** One that we may not read is the fault of the row, not of the folder. */
function material(disk: PartnerFolder, name: string): ReturnType<PartnerFolder['read']> {
  return disk.read('materials', name).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  });
}

const missingFile = (code: string): FieldError => ({
  pointer: materialPointer(code),
  code: 'REQUIRED',
  message: 'materials 文件夹里没有这个文件、它不是普通文件，或者系统没有读取它的权限',
});
