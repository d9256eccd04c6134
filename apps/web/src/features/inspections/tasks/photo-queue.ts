import { ApiFailure } from '../../../shared/api/failure';
import { isPassing } from './passing';
import type { Evidence } from './queries';

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
}

/** Brings one photo to the server. @throws ApiFailure, Unreachable */
export type SendPhoto = (photo: Photo, onProgress: (share: number) => void) => Promise<Evidence>;

const RETRY_MS = 5_000;

/**
 * Sends photos one after the other, each again until the server has it. They live in memory: the page warns before it is
 * left while there are some.
 */
export class PhotoQueue {
  private photos: readonly Photo[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly pictures = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;

  constructor(
    private readonly sendPhoto: SendPhoto,
    private readonly onStored: (itemId: string, evidence: Evidence) => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): readonly Photo[] => this.photos;

  add(itemId: string, file: File): void {
    const photo = { key: crypto.randomUUID(), itemId, file, preview: URL.createObjectURL(file) };
    this.set([...this.photos, { ...photo, share: 0, refusal: null }]);
    void this.send();
  }

  remove(key: string): void {
    this.set(this.photos.filter((photo) => photo.key !== key));
  }

  /** The picture of stored evidence, when it was taken on this page; else it has to be fetched. */
  pictureOf(evidenceId: string): string | undefined {
    return this.pictures.get(evidenceId);
  }

  readonly retry = (): void => {
    void this.send();
  };

  stop(): void {
    clearTimeout(this.timer);
    for (const { preview } of this.photos) URL.revokeObjectURL(preview);
    for (const picture of this.pictures.values()) URL.revokeObjectURL(picture);
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

function refusalOf(error: unknown): string {
  return error instanceof ApiFailure ? `${error.problem.title}：${error.problem.detail}` : '照片没有读出来';
}
