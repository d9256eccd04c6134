import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { AuditAction } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Extension } from '../domain/extension';
import { extensionProcess, type ExtensionAction } from '../domain/extension.process';
import type { Filing } from '../domain/filing';
import { ExtensionStore } from '../store/extension.store';

const ENTRIES = {
  decline: 'filing.extension-declined',
  lapse: 'filing.extension-lapsed',
} as const satisfies Readonly<Partial<Record<ExtensionAction, AuditAction>>>;

/** How what was asked for ends, in the transaction of the act that ends it. */
@Injectable()
export class EndExtension {
  constructor(
    private readonly extensions: ExtensionStore,
    private readonly audit: AuditLog,
  ) {}

  /** The term itself is extended, and told, by the act on the case. @throws INVALID_TRANSITION, EXTENSION_NEEDS_ANOTHER, EXTENSION_TOO_LATE */
  approve(tx: Tx, extension: Extension): Promise<void> {
    return this.end(tx, 'approve', extension, null);
  }

  /** @throws INVALID_TRANSITION, EXTENSION_NEEDS_ANOTHER, REASON_REQUIRED */
  async decline(tx: Tx, filing: Filing, extension: Extension, answer: string): Promise<void> {
    await this.end(tx, 'decline', extension, answer);
    await this.enter(tx, filing, 'decline');
  }

  /** What was decided or returned needs no more time. */
  async lapse(tx: Tx, filing: Filing): Promise<void> {
    const open = await this.extensions.findOpen(tx, filing.id);
    if (open === undefined) return;
    await this.end(tx, 'lapse', open, null);
    await this.enter(tx, filing, 'lapse');
  }

  private async end(
    tx: Tx,
    action: ExtensionAction,
    extension: Extension,
    answer: string | null,
  ): Promise<void> {
    const { to } = extensionProcess.apply(extension.status, action, extension, {
      actorId: tx.caller.id,
      today: dateInShanghai(tx.at),
      ...(answer === null ? {} : { reason: answer }),
    });
    await this.extensions.saveEnd(tx, { id: extension.id, status: to, answer });
  }

  private enter(tx: Tx, filing: Filing, action: keyof typeof ENTRIES): Promise<unknown> {
    return this.audit.append(tx, {
      action: ENTRIES[action],
      subjectType: 'filing',
      subjectId: filing.id,
      district: filing.application.district,
      detail: { round: filing.round },
    });
  }
}
