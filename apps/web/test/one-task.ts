import type { Problem } from '@zhaoguan/api-client';
import type { Outcome } from '@zhaoguan/contracts';
import type { TaskServer } from '../src/features/inspections/tasks/answer-queue';
import type { PhotoStore } from '../src/features/inspections/tasks/photo-queue';
import type { Evidence, Finding, FindingInput, Task } from '../src/features/inspections/tasks/queries';
import { ApiFailure, Unreachable } from '../src/shared/api/failure';
import type { KeptFile } from '../src/shared/session/kept-files';

export const ITEMS = ['item-1', 'item-2', 'item-3', 'item-4'] as const;

/** A place for what stays on a phone over a reload. */
export class PhoneStorage {
  private readonly values = new Map<string, string>();

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.values.delete(key);
  }

  get size(): number {
    return this.values.size;
  }
}

/** Photos that stay on a phone over a reload; a full one takes none. */
export class PhonePhotos implements PhotoStore {
  full = false;
  private readonly files = new Map<string, KeptFile>();

  async read(): Promise<readonly KeptFile[]> {
    return Promise.resolve([...this.files.values()]);
  }

  async add(photo: KeptFile): Promise<void> {
    await Promise.resolve();
    if (this.full) throw new Error('full');
    this.files.set(photo.key, photo);
  }

  async remove(key: string): Promise<void> {
    await Promise.resolve();
    this.files.delete(key);
  }

  get size(): number {
    return this.files.size;
  }
}

export function refusal(
  status: number,
  code: Problem['code'],
  errors: { pointer: string; message: string }[] = [],
) {
  return new ApiFailure(
    {
      type: `/problems/${code}`,
      title: code,
      status,
      code,
      detail: code,
      traceId: '0123456789abcdef',
      errors: errors.map((error) => ({ code, ...error })),
    },
    status,
  );
}

export function photoOf(id: string): Evidence {
  return {
    id,
    sm3: '0'.repeat(64),
    size: 1,
    mediaType: 'image/jpeg',
    name: `${id}.jpg`,
    uploadedAt: '2026-11-27T06:05:00.000Z',
  };
}

/** One task as the server keeps it: a version, one answer an item, a note required with what does not comply. */
export class OneTask {
  private version = 1;
  private readonly findings = new Map<string, Finding>();
  private open = true;
  /** How often somebody has tried to record something. */
  attempts = 0;

  /** The server over one phone's network. */
  reachedBy(network: Network): TaskServer {
    return {
      record: (task, findings) => network.carry(() => this.record(task.version, findings)),
      fetch: () => network.carry(() => this.task()),
    };
  }

  record(version: number, findings: readonly FindingInput[]): Task {
    this.attempts += 1;
    if (!this.open) throw refusal(409, 'INVALID_TRANSITION');
    if (version !== this.version) throw refusal(412, 'STALE_VERSION');
    const faults = findings.flatMap(({ outcome, note }, i) =>
      outcome === 'FAIL' && note === undefined
        ? [{ pointer: `/${i}/note`, message: '须写明不符合的情况' }]
        : [],
    );
    if (faults.length > 0) throw refusal(422, 'VALIDATION_FAILED', faults);
    for (const finding of findings) {
      this.findings.set(finding.itemId, {
        ...finding,
        id: `finding-${finding.itemId}`,
        itemCode: finding.itemId,
        itemTitle: finding.itemId,
        severity: 'V',
        outcomeLabel: finding.outcome,
        recordedAt: '2026-11-27T06:05:00.000Z',
        recordedByName: null,
      });
    }
    this.version += 1;
    return this.task();
  }

  /** As if an inspector handed it in. */
  close(): void {
    this.open = false;
    this.version += 1;
  }

  outcomeOf(itemId: string): Outcome | undefined {
    return this.findings.get(itemId)?.outcome;
  }

  noteOf(itemId: string): string | null | undefined {
    return this.findings.get(itemId)?.note;
  }

  evidenceOf(itemId: string): readonly string[] | undefined {
    return this.findings.get(itemId)?.evidenceIds;
  }

  task(): Task {
    return {
      id: 'task',
      drawId: 'draw',
      planId: 'plan',
      planTitle: '示例·计划',
      institution: { id: 'institution', name: '示例·养老院', address: '示例路1号' },
      kind: 'ELDERLY_CARE',
      siteType: null,
      district: '610116',
      status: this.open ? 'IN_PROGRESS' : 'SUBMITTED',
      statusLabel: '检查中',
      dueOn: '2026-12-18',
      workingDaysLeft: 20,
      startedAt: '2026-11-27T06:00:00.000Z',
      submittedAt: null,
      coSignedAt: null,
      resultId: null,
      resultCode: null,
      version: this.version,
      availableActions: this.open ? ['record'] : [],
      team: [],
      standIns: [],
      items: [],
      findings: [...this.findings.values()],
      evidence: [],
      withdrawal: null,
    };
  }
}

/** `down`: nothing arrives. `deaf`: what is sent arrives, the answer is lost. */
export class Network {
  state: 'up' | 'down' | 'deaf' = 'up';

  async carry<T>(call: () => T): Promise<T> {
    await Promise.resolve();
    if (this.state === 'down') throw new Unreachable();
    const answer = call();
    await Promise.resolve();
    if (this.state === 'deaf') throw new Unreachable();
    return answer;
  }
}
