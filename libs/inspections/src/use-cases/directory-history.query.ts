import { Injectable } from '@nestjs/common';
import { refuse, SYSTEM_ID, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page } from '@zhaoguan/platform';
import { DirectoryStore, type RecordedChange } from '../store/directory.store';
import { InspectorStore } from '../store/inspector.store';
import { Authority } from './authority';
import { NameOfficials } from './name-officials';

/** A change of an entry as people read it. */
export type NamedChange = Omit<RecordedChange, 'changedBy'> & { readonly changedByName: string | null };

/** What was done to an entry of the directory, when and by whom. */
@Injectable()
export class DirectoryHistory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inspectors: InspectorStore,
    private readonly directory: DirectoryStore,
    private readonly authority: Authority,
    private readonly officials: NameOfficials,
  ) {}

  /**
   * Newest first. Why somebody was taken out may be private (an illness): it is told to the person and to who keeps the
   * directory; that it was done, to everybody who may read the entry.
   * @throws NOT_FOUND, INVALID_CURSOR
   */
  execute(
    caller: Caller,
    inspectorId: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<NamedChange>> {
    return this.work.read(caller, async (manager) => {
      const inspector = await this.inspectors.get(manager, inspectorId);
      const isOwn = inspector.personId === caller.id;
      if (!isOwn && !caller.permissions.has('inspector.read')) throw refuse('NOT_FOUND');
      const mayReadReasons = isOwn || (await this.authority.keeps(caller, inspector));
      const { items, nextCursor } = await this.directory.list(manager, inspectorId, page);
      const named = await this.officials.of(
        manager,
        items.map(({ changedBy, ...change }) => ({ ...change, actorId: changedBy ?? SYSTEM_ID })),
      );
      return {
        items: named.map(({ actorName, reason, ...change }) => ({
          ...change,
          reason: mayReadReasons ? reason : null,
          changedByName: actorName,
        })),
        nextCursor,
      };
    });
  }
}
