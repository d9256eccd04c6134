import { OUTCOMES } from '@zhaoguan/contracts';
import type { Answer, Change, Changes } from './answers';

/**
 * Keeps on this phone, over a reload, what has not reached the server: ids and answers of one task of one person, no
 * names. It is gone as soon as everything is acknowledged.
 */
export class KeptChanges {
  private readonly key: string;

  constructor(personId: string, taskId: string) {
    this.key = `zhaoguan-answers:${personId}:${taskId}`;
  }

  read(): Changes {
    const text = localStorage.getItem(this.key);
    if (text === null) return {};
    try {
      const kept: unknown = JSON.parse(text);
      return isRecord(kept) ? Object.fromEntries(Object.entries(kept).filter(isEntry)) : {};
    } catch {
      return {};
    }
  }

  write(changes: Changes): void {
    if (Object.keys(changes).length === 0) localStorage.removeItem(this.key);
    else localStorage.setItem(this.key, JSON.stringify(changes));
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isEntry(entry: [string, unknown]): entry is [string, Change] {
  const [, change] = entry;
  return (
    isRecord(change) && isAnswer(change['mine']) && (change['base'] === null || isAnswer(change['base']))
  );
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
