import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { guardedFileName, newId, type Clock, type Rng } from '@zhaoguan/kernel';
import type { AppConfig } from '../config';
import type { Tx } from '../database/unit-of-work';
import { CLOCK, CONFIG, RNG } from '../tokens';
import { writeDraft } from './draft';
import { sniffMediaType, type MediaType } from './media-type';

/** A file as it lies on disk, found by the SM3 of its content. */
export interface StoredFile {
  readonly id: string;
  /** SM3 of the content, lower-case hex. */
  readonly sm3: string;
  readonly size: number;
  readonly mediaType: MediaType;
  readonly name: string;
}

const DRAFT_LIFE_MS = 24 * 3_600_000;

/**
 * Files of users, content-addressed below DATA_DIR/files. Written, flushed and renamed into place before any row
 * names them; never deleted by code that edits records.
 */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(
    @Inject(CONFIG) config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RNG) private readonly rng: Rng,
  ) {
    this.root = join(config.dataDir, 'files');
  }

  /**
   * A name that somebody gave is shown, kept in records and downloaded to where nobody masks anything: it holds no number of a person.
   * @throws UPLOAD_TOO_LARGE, UPLOAD_EMPTY, UNSUPPORTED_MEDIA (by content, whatever the name says)
   */
  receive(source: Readable, name: string): Promise<StoredFile> {
    return this.write(source, guardedFileName(plainName(name)));
  }

  private async write(source: Readable, name: string): Promise<StoredFile> {
    const id = newId(this.clock, this.rng);
    const draft = join(this.root, 'incoming', id);
    await mkdir(dirname(draft), { recursive: true });
    try {
      const { sm3, size, head } = await writeDraft(source, await open(draft, 'wx', 0o600));
      if (size === 0) throw refuse('UPLOAD_EMPTY');
      const mediaType = sniffMediaType(head);
      if (!mediaType) throw refuse('UNSUPPORTED_MEDIA');
      const target = this.path(sm3);
      await mkdir(dirname(target), { recursive: true });
      await rename(draft, target);
      await flushFolder(dirname(target));
      return { id, sm3, size, mediaType, name: Array.from(name).slice(0, 200).join('') || 'file' };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Keeps what the system itself has made, in the same place and by the same rules. */
  keep(content: Uint8Array, name: string): Promise<StoredFile> {
    return this.write(Readable.from([content]), plainName(name));
  }

  /** Names the file in the database, in the transaction of the record that uses it. */
  async record(tx: Tx, file: StoredFile): Promise<void> {
    await tx.manager.query(
      `insert into platform.stored_file (id, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [file.id, file.sm3, file.size, file.mediaType, file.name, tx.caller.id, tx.at],
    );
  }

  /** @throws NOT_FOUND when the content is gone from disk */
  async read(sm3: string): Promise<ReadStream> {
    const path = this.path(sm3);
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw refuse('NOT_FOUND');
      throw error;
    });
    if (!found.isFile()) throw refuse('NOT_FOUND');
    return createReadStream(path);
  }

  /** Removes what uploads left behind whose process was killed. */
  async sweepDrafts(): Promise<void> {
    const folder = join(this.root, 'incoming');
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      const draft = join(folder, name);
      // Another process may finish or sweep it between these two lines.
      const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < this.clock.now().getTime() - DRAFT_LIFE_MS) await rm(draft, { force: true });
    }
  }

  private path(sm3: string): string {
    if (!/^[0-9a-f]{64}$/.test(sm3)) throw refuse('NOT_FOUND');
    return join(this.root, sm3.slice(0, 2), sm3.slice(2, 4), sm3);
  }
}

/** A renamed file survives a power cut only when its folder has been flushed as well. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The last part of the sender's path, without control characters and marks that turn the order round (gpj.exe). */
function plainName(name: string): string {
  return basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}\p{Bidi_Control}]/gu, '');
}
