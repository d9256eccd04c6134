import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor, type PlainDate } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import type { UnfiledSite } from '../domain/unfiled-site';
import { unfiledSiteProcess, type UnfiledAction, type UnfiledStatus } from '../domain/unfiled-site.process';
import { UnfiledSiteStore } from '../store/unfiled-site.store';
import { UnfiledOffice } from './unfiled-office';

export type UnfiledSiteLine = Omit<UnfiledSite, 'recordedBy' | 'version' | 'clue'>;

export interface UnfiledSiteView extends Omit<UnfiledSite, 'recordedBy'> {
  readonly recordedByName: string;
  readonly availableActions: readonly UnfiledAction[];
  readonly history: readonly {
    readonly label: string;
    readonly to: UnfiledStatus;
    readonly at: Date;
    readonly actorName: string;
    readonly note: string | null;
    readonly visitedOn: PlainDate | null;
  }[];
}

export interface UnfiledListQuery {
  readonly status?: UnfiledStatus;
  readonly limit: number;
  readonly cursor?: string;
}

@Injectable()
export class UnfiledSites {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: UnfiledSiteStore,
    private readonly office: UnfiledOffice,
    private readonly people: PersonStore,
  ) {}

  /** Newest first. @throws INVALID_CURSOR */
  list(caller: Caller, { status, limit, cursor }: UnfiledListQuery): Promise<Page<UnfiledSiteLine>> {
    const before = cursor === undefined ? null : decodeIdCursor(cursor);
    return this.work.read(caller, async (manager) => {
      const criteria = {
        kinds: this.office.kindsOf(caller),
        status,
        places: await this.office.placesOf(caller),
        heldByOthers: await this.office.heldByOthers(caller),
      };
      const rows = await this.sites.list(manager, criteria, { limit, before });
      return pageOf(rows, limit, lineOf, ({ id }) => encodeCursor([id]));
    });
  }

  /** @throws NOT_FOUND, WRONG_DISTRICT */
  get(caller: Caller, id: string): Promise<UnfiledSiteView> {
    return this.work.read(caller, (manager) => this.of(manager, caller, id));
  }

  /** @throws NOT_FOUND, WRONG_DISTRICT */
  async of(manager: Tx['manager'], caller: Caller, id: string): Promise<UnfiledSiteView> {
    const { recordedBy, ...site } = await this.sites.get(manager, id);
    await this.office.require(caller, site);
    const acts = await this.sites.acts(manager, id);
    const names = await this.people.listNames(manager, [
      ...new Set([recordedBy, ...acts.map(({ actorId }) => actorId)]),
    ]);
    return {
      ...site,
      recordedByName: names.get(recordedBy) ?? '',
      availableActions: (await this.office.isOwn(caller, site))
        ? unfiledSiteProcess.availableActions(site.status, caller.permissions)
        : [],
      history: acts.map(({ action, actorId, ...act }) => ({
        ...act,
        label: unfiledSiteProcess.actions[action].label,
        actorName: names.get(actorId) ?? '',
      })),
    };
  }
}

function lineOf({ recordedBy: _by, version: _version, clue: _clue, ...line }: UnfiledSite): UnfiledSiteLine {
  return line;
}
