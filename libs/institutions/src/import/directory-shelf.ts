import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { CONFIG, flushFolder, writeDraft, type AppConfig } from '@zhaoguan/platform';

/** A file as it was handed in. */
export interface ShelvedDirectory {
  readonly path: string;
  readonly sm3: string;
  readonly size: number;
}

/**
 * Directory files that were handed in, each with the report on it, below DATA_DIR/files/imports. Written, flushed and renamed
 * into place before a row names them, and kept: they say what came into the registry.
 */
@Injectable()
export class DirectoryShelf {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: AppConfig) {
    this.folder = join(config.dataDir, 'files', 'imports');
  }

  /** @throws UPLOAD_TOO_LARGE, UPLOAD_EMPTY */
  async receive(id: string, source: Readable, name: string): Promise<ShelvedDirectory> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.pathOf(id, name);
    try {
      const { sm3, size } = await writeDraft(source, await open(`${path}.part`, 'wx', 0o600));
      if (size === 0) throw refuse('UPLOAD_EMPTY');
      await rename(`${path}.part`, path);
      await flushFolder(this.folder);
      return { path, sm3, size };
    } catch (error) {
      await rm(`${path}.part`, { force: true });
      throw error;
    }
  }

  /** A file that no row came to name. */
  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** With the ending of its name, by which the reader knows what it should be. */
  pathOf(id: string, name: string): string {
    return join(this.folder, `${id}${extname(name).toLowerCase() === '.xlsx' ? '.xlsx' : '.csv'}`);
  }

  reportPathOf(id: string): string {
    return join(this.folder, `${id}.result.csv`);
  }

  /** @throws NOT_FOUND where there is none */
  async report(id: string): Promise<{ readonly content: ReadStream; readonly size: number }> {
    const path = this.reportPathOf(id);
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw refuse('NOT_FOUND');
      throw error;
    });
    return { content: createReadStream(path), size: found.size };
  }
}
