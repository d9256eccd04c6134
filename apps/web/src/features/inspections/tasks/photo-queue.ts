import { ApiFailure } from '../../../shared/api/failure';
import type { KeptFile } from '../../../shared/session/kept-files';
import { isPassing } from './passing';
import type { Evidence } from './queries';

/** Whether a photo is there again after a reload: being written, written, or not to be written on this phone. */
export type Keeping = 'WRITING' | 'KEPT' | 'NOT_KEPT';

/** A photo that has not reached the server. */
export interface Photo {
  /** Made once, also the idempotency key: a repeated upload is stored once. */
  readonly key: string;
  readonly itemId: string;
  readonly file: File;
  /** Address of the picture on this phone. */
  readonly preview: string;
  /** How much has been sent, 0 to 1. */
  readonly share: number;
  /** Why it was not taken; null while it waits or is being sent. */
  readonly refusal: string | null;
  readonly keeping: Keeping;
}

/** Where photos stay over a reload. Each call fails where the phone is full or the browser keeps nothing. */
export interface PhotoStore {
  readonly read: () => Promise<readonly KeptFile[]>;
  readonly add: (photo: KeptFile) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** Brings one photo to the server. @throws ApiFailure, Unreachable */
export type SendPhoto = (photo: Photo, onProgress: (share: number) => void) => Promise<Evidence>;

const RETRY_MS = 5_000;
/** As the server's: what it will not take is not kept for a better network. */
const MOST_BYTES = 20 * 1024 * 1024;
const TOO_LARGE = '文件过大：单个文件不超过 20 MB，请压缩后重新上传。';

/**
 * Sends photos one after the other, each again until the server has it. Until then they stay on the phone, over a reload
 * too; where the phone keeps none, the page warns before it is left.
 */
export class PhotoQueue {
  private photos: readonly Photo[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly pictures = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;
  private stopped = false;

  constructor(
    private readonly sendPhoto: SendPhoto,
    private readonly onStored: (itemId: string, evidence: Evidence) => void,
    private readonly store: PhotoStore,
  ) {}

  /** With what the phone has kept of an earlier visit. */
  async start(): Promise<void> {
    this.stopped = false;
    const kept = await this.store.read().catch(() => []);
    if (this.stopped) return;
    const known = new Set(this.photos.map(({ key }) => key));
    const again = kept.filter(({ key }) => !known.has(key));
    this.set([...again.map(({ key, subject, file }) => photoOf(key, subject, file, 'KEPT')), ...this.photos]);
    void this.send();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): readonly Photo[] => this.photos;

  add(itemId: string, file: File): void {
    const photo = photoOf(crypto.randomUUID(), itemId, file, 'WRITING');
    this.set([...this.photos, photo]);
    if (photo.refusal === null) void this.keep(photo);
    void this.send();
  }

  remove(key: string): void {
    this.set(this.photos.filter((photo) => photo.key !== key));
    // What is left behind is sent once more, under the same key, and stored once.
    void this.store.remove(key).catch(() => undefined);
  }

  /** The picture of stored evidence, when it was taken on this page; else it has to be fetched. */
  pictureOf(evidenceId: string): string | undefined {
    return this.pictures.get(evidenceId);
  }

  readonly retry = (): void => {
    void this.send();
  };

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const { preview } of this.photos) URL.revokeObjectURL(preview);
    for (const picture of this.pictures.values()) URL.revokeObjectURL(picture);
  }

  private async keep({ key, itemId, file }: Photo): Promise<void> {
    try {
      await this.store.add({ key, subject: itemId, file });
    } catch {
      this.update(key, { keeping: 'NOT_KEPT' });
      return;
    }
    // Sent or taken away while it was being written.
    if (this.photos.some((photo) => photo.key === key)) this.update(key, { keeping: 'KEPT' });
    else await this.store.remove(key).catch(() => undefined);
  }

  private async send(): Promise<void> {
    const next = this.photos.find(({ refusal }) => refusal === null);
    if (this.busy || !next) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      const evidence = await this.sendPhoto(next, (share) => this.update(next.key, { share }));
      this.pictures.set(evidence.id, next.preview);
      this.remove(next.key);
      this.onStored(next.itemId, evidence);
      this.timer = setTimeout(this.retry, 0);
    } catch (error) {
      const passing = isPassing(error);
      this.update(next.key, passing ? { share: 0 } : { refusal: refusalOf(error) });
      this.timer = setTimeout(this.retry, passing ? RETRY_MS : 0);
    } finally {
      this.busy = false;
    }
  }

  private update(key: string, change: Partial<Photo>): void {
    this.set(this.photos.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)));
  }

  private set(photos: readonly Photo[]): void {
    this.photos = photos;
    for (const listener of this.listeners) listener();
  }
}

function photoOf(key: string, itemId: string, file: File, keeping: Keeping): Photo {
  const refusal = file.size > MOST_BYTES ? TOO_LARGE : null;
  return { key, itemId, file, preview: URL.createObjectURL(file), share: 0, refusal, keeping };
}

function refusalOf(error: unknown): string {
  return error instanceof ApiFailure ? `${error.problem.title}：${error.problem.detail}` : '照片没有读出来';
}
