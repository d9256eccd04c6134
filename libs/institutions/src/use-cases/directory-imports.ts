import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor, newId, type Clock, type Rng } from '@zhaoguan/kernel';
import {
  CLOCK,
  noRows,
  pageOf,
  RNG,
  UnitOfWork,
  writeSpreadsheet,
  type Page,
  type SpreadsheetFile,
} from '@zhaoguan/platform';
import type { DirectoryImport } from '../domain/directory-import.process';
import { importPlace } from '../domain/import-place';
import { DirectoryFileError } from '../import/directory-file.errors';
import { readDirectoryFile } from '../import/directory-reader';
import { DirectoryShelf } from '../import/directory-shelf';
import { DirectoryImportStore } from '../store/directory-import.store';
import type { DirectoryLine } from '../store/institution-list.store';
import { TEMPLATE_EXAMPLE, templateColumns } from './directory-template';

/** Directory files handed in over the interface: a job takes them, and says in a report what of each was not taken. */
@Injectable()
export class DirectoryImports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shelf: DirectoryShelf,
    private readonly imports: DirectoryImportStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** @throws UPLOAD_TOO_LARGE, UPLOAD_EMPTY, DIRECTORY_UNREADABLE, DIRECTORY_IMPORT_UNDER_WAY */
  async request(caller: Caller, source: Readable, fileName: string): Promise<DirectoryImport> {
    const id = newId(this.clock, this.rng);
    const { path, sm3, size } = await this.shelf.receive(id, source, fileName);
    try {
      await requireReadable(path, fileName);
      return await this.work.run(caller, async (tx) => {
        if (!(await this.imports.insert(tx, { id, fileName, size, sm3 })))
          throw refuse('DIRECTORY_IMPORT_UNDER_WAY');
        await tx.enqueue('institutions.import-directory', { importId: id });
        await this.audit.append(tx, {
          action: 'institutions.import-requested',
          subjectType: 'import',
          subjectId: id,
          district: importPlace(caller),
          detail: { sm3, size },
        });
        return this.visible(await this.imports.find(tx.manager, id), caller);
      });
    } catch (error) {
      await this.shelf.discard(path);
      throw error;
    }
  }

  list(
    caller: Caller,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<DirectoryImport>> {
    return this.work.read(caller, async (manager) => {
      const rows = await this.imports.list(manager, {
        districts: caller.districts,
        limit: limit + 1,
        ...(cursor === undefined ? {} : { before: decodeIdCursor(cursor) }),
      });
      return pageOf(
        rows,
        limit,
        (row) => row,
        ({ id }) => encodeCursor([id]),
      );
    });
  }

  /** @throws NOT_FOUND, also for what came from somebody of other places */
  get(caller: Caller, id: string): Promise<DirectoryImport> {
    return this.work.read(caller, async (manager) =>
      this.visible(await this.imports.find(manager, id), caller),
    );
  }

  /** What was not taken, row by row, as CSV. @throws NOT_FOUND, also before it has ended */
  async report(caller: Caller, id: string) {
    const { endedAt } = await this.get(caller, id);
    if (endedAt === null) throw refuse('NOT_FOUND');
    return this.shelf.report(id);
  }

  /** An empty sheet with the columns that are read and what may stand in them, and institutions invented on a sheet behind it. */
  template(): Promise<SpreadsheetFile> {
    return writeSpreadsheet({
      title: '机构名录（模板）',
      columns: templateColumns(),
      pages: noRows<DirectoryLine>(),
      example: TEMPLATE_EXAMPLE,
    });
  }

  private visible(found: DirectoryImport | null, { districts }: Caller): DirectoryImport {
    if (found === null || !isSame(found.districts, districts)) throw refuse('NOT_FOUND');
    return found;
  }
}

/** What nobody could read is refused while whoever sent it is still there. */
async function requireReadable(path: string, fileName: string): Promise<void> {
  if (!/\.(?:xlsx|csv)$/i.test(fileName))
    throw refuse('DIRECTORY_UNREADABLE', {
      reason: '只能导入 .xlsx 或 .csv 文件；.xls 等请另存为 .xlsx 后再导入',
    });
  const rows = readDirectoryFile(path);
  try {
    await rows.next();
  } catch (error) {
    if (!(error instanceof DirectoryFileError)) throw error;
    throw refuse('DIRECTORY_UNREADABLE', { reason: error.message });
  } finally {
    await rows.return(undefined);
  }
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((district) => others.includes(district));
