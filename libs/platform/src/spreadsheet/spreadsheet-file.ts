import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Page } from '../http/page';
import { writeXlsx, type Sheet } from './xlsx-writer';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A spreadsheet that is complete and waits to be fetched once. */
export interface SpreadsheetFile {
  readonly title: string;
  readonly rows: number;
  readonly size: number;
  readonly content: Readable;
}

/**
 * Writes the whole file before a byte is answered, so that what fails on the way is a refusal and not half a file. It has
 * no name on the disk while it is written or fetched: a process that is killed leaves nothing behind.
 */
export async function writeSpreadsheet<R>(sheet: Sheet<R>): Promise<SpreadsheetFile> {
  const file = await openUnnamed();
  try {
    let rows = 0;
    const counted = async function* (): AsyncGenerator<readonly R[]> {
      for await (const page of sheet.pages) {
        rows += page.length;
        yield page;
      }
    };
    let size = 0;
    for await (const piece of writeXlsx({ ...sheet, pages: counted() })) {
      await file.writeFile(piece);
      size += piece.length;
    }
    return { title: sheet.title, rows, size, content: file.createReadStream({ start: 0 }) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openUnnamed(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaoguan-sheet-'));
  try {
    return await open(join(folder, 'sheet'), 'w+');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The spreadsheet as a download, under its title. */
export function downloadSpreadsheet({ title, size, content }: SpreadsheetFile): StreamableFile {
  return new StreamableFile(content, {
    type: XLSX_TYPE,
    length: size,
    disposition: `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`,
  });
}

const PAGE = 1000;

/** What a list is asked for its next page. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * Every row that a list has, in pages.
 * @param gone who asked for it waits no more: no further page is read
 * @throws the reason why they are gone
 */
export async function* pagesOf<R>(
  find: (page: PageRequest) => Promise<Page<R>>,
  gone: AbortSignal,
): AsyncGenerator<readonly R[]> {
  let cursor: string | null = null;
  do {
    gone.throwIfAborted();
    const page: Page<R> = await find({ limit: PAGE, ...(cursor === null ? {} : { cursor }) });
    cursor = page.nextCursor;
    yield page.items;
  } while (cursor !== null);
}

/** The pages of a sheet that others fill in. */
export async function* noRows<R>(): AsyncGenerator<readonly R[]> {}
