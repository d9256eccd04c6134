import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { commonDistrict } from '@zhaoguan/kernel';
import { assertVersion, ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { changesBetween } from '../domain/directory';
import { requireKeeper, type Inspector } from '../domain/inspector';
import { DirectoryStore } from '../store/directory.store';
import { InspectorStore, type InspectorChanges } from '../store/inspector.store';
import { requireKnownDistricts, requireValid } from './add-inspector';
import { Authority } from './authority';

/**
 * Changes an entry of the directory, or ends it (`active: false`). Draws that were announced keep what they froze. Each
 * change is kept, and counted in public with the next draw: who keeps the directory could choose by it who is not sent.
 */
@Injectable()
export class ChangeInspector {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inspectors: InspectorStore,
    private readonly directory: DirectoryStore,
    private readonly authority: Authority,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws NOT_FOUND, OWN_ENTRY, WRONG_DEPARTMENT, VERSION_REQUIRED, STALE_VERSION, WRONG_DISTRICT, UNKNOWN_DISTRICT,
   *   CERTIFICATE_EXPIRED, REASON_REQUIRED
   */
  execute(
    caller: Caller,
    id: string,
    version: number | undefined,
    changes: InspectorChanges,
    reason: string | null = null,
  ): Promise<Inspector> {
    return this.work.run(caller, async (tx) => {
      const before = await this.inspectors.getForUpdate(tx, id);
      requireKeeper(caller, before);
      requireKeeper(caller, { ...before, ...changes });
      assertVersion(version, before.version);
      await this.authority.requireDistricts(caller, before.districts);
      if (changes.districts) {
        await requireKnownDistricts(this.reference, changes.districts);
        await this.authority.requireDistricts(caller, changes.districts);
      }
      if (changes.validUntil !== undefined) requireValid(tx, changes.validUntil);
      requireReason(before, changes, reason);
      const inspector = await this.inspectors.update(tx, id, changes);
      await this.directory.insert(tx, id, changesBetween(before, inspector, reason));
      await this.audit.append(tx, {
        action: 'inspector.changed',
        subjectType: 'inspector',
        subjectId: id,
        // Where the inspector was as well as where they are now.
        district: commonDistrict([...before.districts, ...inspector.districts]),
        detail: { certificateNumber: inspector.certificateNumber, ...changes },
      });
      return inspector;
    });
  }
}

/** @throws REASON_REQUIRED */
function requireReason(before: Inspector, { active }: InspectorChanges, reason: string | null): void {
  if (active === undefined || active === before.active || reason !== null) return;
  throw refuse('REASON_REQUIRED', {}, [{ pointer: '/reason', code: 'REASON_REQUIRED' }]);
}
