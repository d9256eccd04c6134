import { OUTCOMES } from '@zhaoguan/contracts';
import type { Answer, Change, Changes } from './answers';

/**
 * Keeps on this phone, over a reload, what has not reached the server: ids and answers of one task of one person, no
 * names. It is gone as soon as everything is acknowledged.
 */
export class KeptChanges {
  private readonly key: string;

  constructor(
    personId: string,
    taskId: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
  ) {
    this.key = `zhaoguan-answers:${personId}:${taskId}`;
  }

  read(): Changes {
    const text = this.storage.getItem(this.key);
    if (text === null) return {};
    try {
      const kept: unknown = JSON.parse(text);
      return isRecord(kept) ? Object.fromEntries(Object.entries(kept).filter(isEntry)) : {};
    } catch {
      return {};
    }
  }

  write(changes: Changes): void {
    try {
      if (Object.keys(changes).length === 0) this.storage.removeItem(this.key);
      else this.storage.setItem(this.key, JSON.stringify(changes));
    } catch {
      // The phone is full or keeps nothing: the answers are still sent, and the page warns before it is left with some.
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isEntry(entry: [string, unknown]): entry is [string, Change] {
  const [, change] = entry;
  if (!isRecord(change)) return false;
  const { mine, base, tried } = change;
  return isAnswer(mine) && (base === null || isAnswer(base)) && Array.isArray(tried) && tried.every(isAnswer);
}

function isAnswer(value: unknown): value is Answer {
  if (!isRecord(value)) return false;
  const { outcome, note, evidenceIds } = value;
  return (
    (outcome === null || OUTCOMES.some((known) => known === outcome)) &&
    typeof note === 'string' &&
    Array.isArray(evidenceIds) &&
    evidenceIds.every((id) => typeof id === 'string')
  );
}
