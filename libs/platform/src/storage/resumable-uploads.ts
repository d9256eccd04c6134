import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { FileStore as PartStore } from '@tus/file-store';
import { Server, type Upload } from '@tus/server';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { normalizeText } from '@zhaoguan/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../config';
import { UnitOfWork } from '../database/unit-of-work';
import { UPLOAD_LIMIT, type UploadedFile } from '../http/upload';
import { CONFIG } from '../tokens';
import { arrivingInTime } from './in-time';
import { FileStore } from './file-store';
import { answerOf } from './resumable-answers';
import { UploadsUnderWay } from './under-way';

const UPLOAD_PATH = '/api/v1/uploads';
export const UPLOAD_TYPE = 'application/offset+octet-stream';
const LIFE_MS = 24 * 3_600_000;
/** Uploads of one person that wait to be used or to expire. */
const MOST_OF_A_PERSON = 50;
const ID = /^[0-9a-f-]{36}\.[0-9a-f]{32}$/;

/**
 * Uploads that go on where they broke off (断点续传), by the tus protocol, https://tus.io: what has arrived stays below
 * DATA_DIR/files/resumable for a day, and becomes a file of the system when a record takes it. Whose an upload is stands in
 * its id; to everybody else it does not exist.
 */
@Injectable()
export class ResumableUploads {
  private readonly folder: string;
  private opened: Promise<Opened> | undefined;
  private readonly beingGivenUp = new Set<string>();

  constructor(
    @Inject(CONFIG) config: AppConfig,
    private readonly work: UnitOfWork,
    private readonly underWay: UploadsUnderWay,
    private readonly files: FileStore,
  ) {
    this.folder = join(config.dataDir, 'files', 'resumable');
  }

  /**
   * At the first use: the library makes its folder where nobody hears of a failure, so it must be there before. A disk that could
   * not be written to is asked again the next time.
   */
  private open(): Promise<Opened> {
    this.opened ??= mkdir(this.folder, { recursive: true, mode: 0o700 }).then(
      () => openStore(this.folder),
      (error: unknown) => {
        this.opened = undefined;
        throw error;
      },
    );
    return this.opened;
  }

  /**
   * Begins an upload; of one person's one at a time is counted and begun, whichever process they ask. What no record could take today is not begun:
   * twenty megabytes on a slow line would be sent for nothing.
   * @throws TOO_MANY_UPLOADS, UPLOADS_OF_A_DAY, and what the protocol refuses
   */
  async begin(caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.work.ask(caller, async (tx) => {
      await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `uploads of ${caller.id}`,
      ]);
      await this.files.requireRoom(tx.manager, caller);
      const mine = (await this.names()).filter((name) => name.startsWith(`${caller.id}.`) && ID.test(name));
      if (mine.length >= MOST_OF_A_PERSON) throw refuse('TOO_MANY_UPLOADS', { most: MOST_OF_A_PERSON });
      await this.answer(caller.id, UPLOAD_PATH, request, reply);
    });
  }

  /**
   * Takes what comes next, tells how much has come, or gives it up.
   * @throws NOT_FOUND also where it is given up while a piece comes, UPLOADS_AT_ONCE, UPLOAD_STALLED (what has arrived stays, and is gone on from), and what the protocol refuses
   */
  async goOn(ownerId: string, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    requireOwn(ownerId, id);
    const path = `${UPLOAD_PATH}/${id}`;
    if (request.method === 'DELETE') return this.giveUp(ownerId, id, request, reply);
    if (request.method !== 'PATCH') return this.answer(ownerId, path, request, reply);
    // What is of another type has been read as that type, and is gone.
    if (request.headers['content-type'] !== UPLOAD_TYPE) throw refuse('UNSUPPORTED_CONTENT_TYPE');
    await this.underWay.while(ownerId, () => this.takePiece(ownerId, id, request, reply));
  }

  /** A whole upload, to be read once more by whoever keeps it. @throws NOT_FOUND, UPLOAD_UNFINISHED */
  async take(ownerId: string, id: string): Promise<UploadedFile> {
    requireOwn(ownerId, id);
    const upload = await this.find(id);
    if (upload.offset !== upload.size) throw refuse('UPLOAD_UNFINISHED');
    return {
      file: Readable.from(piecesOf(join(this.folder, id)), { objectMode: false }),
      filename: normalizeText(upload.metadata?.['filename'] ?? '') || '未命名',
    };
  }

  private async find(id: string): Promise<Upload> {
    const { parts } = await this.open();
    return parts.getUpload(id).catch(() => {
      throw refuse('NOT_FOUND');
    });
  }

  /** Removes what nobody has taken for a day. */
  async sweep(): Promise<void> {
    const { parts } = await this.open();
    await parts.deleteExpired();
  }

  private async names(): Promise<string[]> {
    return readdir(this.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  }

  /** The protocol cuts off a piece that comes meanwhile, which must not be answered as taken. */
  private async giveUp(
    ownerId: string,
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    this.beingGivenUp.add(id);
    try {
      await this.answer(ownerId, `${UPLOAD_PATH}/${id}`, request, reply);
    } finally {
      this.beingGivenUp.delete(id);
    }
  }

  private async takePiece(
    ownerId: string,
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { body, isStalled } = arrivingInTime(request.raw);
    try {
      const piece = { body: Readable.toWeb(body), duplex: 'half' };
      const answer = await this.ask(ownerId, `${UPLOAD_PATH}/${id}`, request, piece);
      if (isStalled()) throw refuse('UPLOAD_STALLED');
      // Given up meanwhile, here or by another process: what was written of the piece is nowhere any more.
      if (this.beingGivenUp.has(id)) throw refuse('NOT_FOUND');
      if (answer.ok) await this.find(id);
      await answerOf(answer, reply);
    } finally {
      body.destroy();
    }
  }

  private async answer(
    ownerId: string,
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await answerOf(await this.ask(ownerId, path, request), reply);
  }

  /** @param path without a query: the protocol takes its id from the end of the address, whatever stands there */
  private async ask(
    ownerId: string,
    path: string,
    { method, headers }: FastifyRequest,
    body: object = {},
  ): Promise<Response> {
    const asked = new Headers({ 'x-owner': ownerId });
    for (const [name, value] of Object.entries(headers))
      if (typeof value === 'string' && name !== 'x-owner') asked.set(name, value);
    const { server } = await this.open();
    return server.handleWeb(
      new Request(new URL(path, 'http://localhost'), { method, headers: asked, ...body } as RequestInit),
    );
  }
}

/**
 * Opened when it is read and not before: an upload may be given up or swept in between, and a stream that fails to open before
 * anybody listens to it ends the process.
 * @throws NOT_FOUND, while it is read
 */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw refuse('NOT_FOUND');
    throw error;
  });
  for await (const piece of handle.createReadStream()) yield piece as Buffer;
}

interface Opened {
  readonly parts: PartStore;
  readonly server: Server;
}

function openStore(folder: string): Opened {
  const parts = new PartStore({ directory: folder, expirationPeriodInMilliseconds: LIFE_MS });
  const server = new Server({
    path: UPLOAD_PATH,
    datastore: parts,
    maxSize: UPLOAD_LIMIT,
    namingFunction: (request) => `${ownerIn(request)}.${randomBytes(16).toString('hex')}`,
    generateUrl: (_request, { id }) => `${UPLOAD_PATH}/${id}`,
    // The interface serves its own origin alone.
    allowedOrigins: [],
  });
  return { parts, server };
}

/** Set by ourselves, after the session has said who asks. */
const ownerIn = (request: { readonly headers: Headers }): string => request.headers.get('x-owner') ?? '';

function requireOwn(ownerId: string, id: string): void {
  if (!ID.test(id) || !id.startsWith(`${ownerId}.`)) throw refuse('NOT_FOUND');
}
