import type { Clock } from '@zhaoguan/kernel';

/** `empty`: nothing was typed; `unsaved`: typed, and not on the server; `saved`: on the server. */
export type DraftState = 'empty' | 'unsaved' | 'saved';

export interface Draft<V> {
  /** Undefined before anything was typed. */
  readonly value: V | undefined;
  /** When what stands here was last kept. */
  readonly savedAt: Date | null;
  readonly state: DraftState;
}

const EMPTY: Draft<never> = { value: undefined, savedAt: null, state: 'empty' };

/** Drafts of forms by key, in memory: never in the browser's storage, for they hold what people say about others. */
export class FormDrafts {
  private readonly drafts = new Map<string, Draft<unknown>>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly clock: Clock) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get<V>(key: string): Draft<V> {
    return (this.drafts.get(key) as Draft<V> | undefined) ?? EMPTY;
  }

  set(key: string, value: unknown): void {
    this.drafts.set(key, { value, savedAt: this.clock.now(), state: 'unsaved' });
    this.tell();
  }

  discard(key: string): void {
    if (this.drafts.delete(key)) this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
