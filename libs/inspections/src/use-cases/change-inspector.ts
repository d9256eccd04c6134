import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { needsReason, refuse, type Caller } from '@zhaoguan/contracts';
import { commonDistrict, type Clock } from '@zhaoguan/kernel';
import { CLOCK, assertVersion, ReferenceData, UnitOfWork } from '@zhaoguan/platform';
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
    @Inject(CLOCK) private readonly clock: Clock,
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
      await this.directory.openForChange(tx);
      const before = await this.inspectors.getForUpdate(tx, id);
      requireKeeper(caller, before);
      requireKeeper(caller, { ...before, ...changes });
      assertVersion(version, before.version);
      await this.authority.requireDistricts(caller, before.districts);
      if (changes.districts) {
        await requireKnownDistricts(this.reference, changes.districts);
        await this.authority.requireDistricts(caller, changes.districts);
      }
      // Nor does an entry come back into use whose certificate has ended.
      const comesBack = changes.active === true && !before.active;
      if (changes.validUntil !== undefined || comesBack)
        requireValid(tx, changes.validUntil ?? before.validUntil);
      const inspector = await this.inspectors.update(tx, id, changes);
      const made = changesBetween(before, inspector, reason);
      if (reason === null && made.some(({ act }) => needsReason(act))) {
        throw refuse('REASON_REQUIRED', {}, [{ pointer: '/reason', code: 'REASON_REQUIRED' }]);
      }
      await this.directory.insert(tx, id, made, this.clock.now());
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
