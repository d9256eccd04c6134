import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { newId, type Clock, type Rng } from '@zhaoguan/kernel';
import type { AppConfig } from '../config';
import type { Tx } from '../database/unit-of-work';
import { UPLOAD_LIMIT } from '../http/upload';
import { CLOCK, CONFIG, RNG } from '../tokens';
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

  /** @throws UPLOAD_TOO_LARGE, UPLOAD_EMPTY, UNSUPPORTED_MEDIA (by content, whatever the name says) */
  async receive(source: Readable, name: string): Promise<StoredFile> {
    const id = newId(this.clock, this.rng);
    const draft = join(this.root, 'incoming', id);
    await mkdir(dirname(draft), { recursive: true });
    try {
      const { sm3, size, head } = await this.write(source, draft);
      if (size === 0) throw refuse('UPLOAD_EMPTY');
      const mediaType = sniffMediaType(head);
      if (!mediaType) throw refuse('UNSUPPORTED_MEDIA');
      const target = this.path(sm3);
      await mkdir(dirname(target), { recursive: true });
      await rename(draft, target);
      return { id, sm3, size, mediaType, name: name.slice(0, 200) };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Keeps what the system itself has made, in the same place and by the same rules. */
  keep(content: Uint8Array, name: string): Promise<StoredFile> {
    return this.receive(Readable.from([content]), name);
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

  private path(sm3: string): string {
    return join(this.root, sm3.slice(0, 2), sm3.slice(2, 4), sm3);
  }

  private async write(source: Readable, path: string): Promise<{ sm3: string; size: number; head: Buffer }> {
    const hash = createHash('sm3');
    const handle = await open(path, 'wx', 0o600);
    let size = 0;
    let head = Buffer.alloc(0);
    try {
      for await (const piece of source) {
        const chunk = piece as Buffer;
        size += chunk.length;
        if (size > UPLOAD_LIMIT) throw refuse('UPLOAD_TOO_LARGE', { limit: '20 MB' });
        if (head.length < 64) head = Buffer.concat([head, chunk]).subarray(0, 64);
        hash.update(chunk);
        await handle.write(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { sm3: hash.digest('hex'), size, head };
  }
}
