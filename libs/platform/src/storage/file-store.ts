import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { refuse, SYSTEM_ID, type Caller } from '@zhaoguan/contracts';
import { guardedFileName, newId, type Clock, type Rng } from '@zhaoguan/kernel';
import type { AppConfig } from '../config';
import { UnitOfWork, type Tx } from '../database/unit-of-work';
import { CLOCK, CONFIG, RNG } from '../tokens';
import { writeDraft } from './draft';
import { sniffMediaType, type MediaType } from './media-type';
import { UploadsUnderWay } from './under-way';

/** A file as it lies on disk, found by the SM3 of its content. */
export interface StoredFile {
  readonly id: string;
  /** SM3 of the content, lower-case hex. */
  readonly sm3: string;
  readonly size: number;
  readonly mediaType: MediaType;
  readonly name: string;
}

const DAY_MS = 24 * 3_600_000;
const DRAFT_LIFE_MS = DAY_MS;
const GB = 1024 ** 3;
/** Enough for a chain of homes and for a window, and too little to fill a disk. */
const MOST_GB_A_DAY = 4;

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
    private readonly work: UnitOfWork,
    private readonly underWay: UploadsUnderWay,
  ) {
    this.root = join(config.dataDir, 'files');
  }

  /**
   * Takes a file of a person in for as long as `use` runs: what it does not record is gone afterwards. Else who has the case withdrawn while the file
   * comes in fills the disk with what no row names and no limit counts.
   * The name that somebody gave is shown, kept in records and downloaded to where nobody masks anything: it holds no number of a person.
   * @throws UPLOADS_AT_ONCE, UPLOADS_OF_A_DAY, UPLOAD_STALLED, UPLOAD_TOO_LARGE, UPLOAD_EMPTY, UNSUPPORTED_MEDIA (by content, whatever the name says), and what `use` throws
   */
  async receive<T>(
    caller: Caller,
    source: Readable,
    name: string,
    use: (file: StoredFile) => Promise<T>,
  ): Promise<T> {
    return this.underWay.while(caller.id, async () => {
      await this.work.read(caller, (manager) => this.requireRoom(manager, caller));
      return this.hold(source, guardedFileName(plainName(name)), use);
    });
  }

  /** Every file is kept, also one that was replaced, so what comes from one person in a day has an end. @throws UPLOADS_OF_A_DAY */
  async requireRoom(manager: Tx['manager'], { id }: Pick<Caller, 'id'>): Promise<void> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const [row]: { bytes: number; seconds: number }[] = await manager.query(
      `select coalesce(sum(size), 0)::float8 as bytes, coalesce(ceil(extract(epoch from min(uploaded_at) - $2)), 0)::int as seconds
         from platform.stored_file where uploaded_by = $1 and uploaded_at > $2`,
      [id, since],
    );
    if (row === undefined || row.bytes < MOST_GB_A_DAY * GB) return;
    throw refuse('UPLOADS_OF_A_DAY', { most: MOST_GB_A_DAY, seconds: row.seconds });
  }

  /** One after the other: each sees what the one before it has recorded. */
  private async requireRoomAlone({ manager, caller }: Tx): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads:${caller.id}`]);
    await this.requireRoom(manager, caller);
  }

  private async hold<T>(source: Readable, name: string, use: (file: StoredFile) => Promise<T>): Promise<T> {
    const id = newId(this.clock, this.rng);
    try {
      return await use(await this.takeIn(id, source, name));
    } finally {
      await rm(this.draft(id), { force: true });
    }
  }

  /** Keeps what the system itself has made, in the same place and by the same rules. */
  keep(content: Uint8Array, name: string): Promise<StoredFile> {
    return this.hold(Readable.from([content]), plainName(name), async (file) => {
      await this.place(file);
      return file;
    });
  }

  /**
   * Names the file in the database, in the transaction of the record that uses it; it is in its place before.
   * @throws UPLOADS_OF_A_DAY: of many that come in at once none had been counted when the others began
   */
  async record(tx: Tx, file: StoredFile): Promise<void> {
    if (tx.caller.id !== SYSTEM_ID) await this.requireRoomAlone(tx);
    await this.place(file);
    await tx.manager.query(
      `insert into platform.stored_file (id, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [file.id, file.sm3, file.size, file.mediaType, file.name, tx.caller.id, tx.at],
    );
  }

  private async takeIn(id: string, source: Readable, name: string): Promise<StoredFile> {
    const draft = this.draft(id);
    await mkdir(dirname(draft), { recursive: true });
    const { sm3, size, head } = await writeDraft(source, await open(draft, 'wx', 0o600));
    if (size === 0) throw refuse('UPLOAD_EMPTY');
    const mediaType = sniffMediaType(head);
    if (!mediaType) throw refuse('UNSUPPORTED_MEDIA');
    return { id, sm3, size, mediaType, name: Array.from(name).slice(0, 200).join('') || 'file' };
  }

  /** A transaction that runs again finds it in its place already. */
  private async place({ id, sm3 }: StoredFile): Promise<void> {
    const target = this.path(sm3);
    await mkdir(dirname(target), { recursive: true });
    try {
      await rename(this.draft(id), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await stat(target);
    }
    await flushFolder(dirname(target));
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

  private draft(id: string): string {
    return join(this.root, 'incoming', id);
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
