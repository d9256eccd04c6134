import { Injectable } from '@nestjs/common';
import {
  type Caller,
  type StaffRequirementRow,
  type StaffSite,
  type StaffStanding,
} from '@zhaoguan/contracts';
import type { Institution } from '@zhaoguan/institutions';
import { decodeIdCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { MOST_STAFF, type StaffMember } from '../domain/member';
import { coverageOf, type Coverage } from '../domain/standing';
import { CredentialStore } from '../store/credential.store';
import { StaffStore, type StaffCriteria } from '../store/staff.store';
import { StaffRoom } from './staff-room';
import { placeOf, StaffRules } from './staff-rules';
import { readerOf, StaffViews, type MemberLine, type MemberView } from './staff-views';

export type StaffListQuery = Omit<StaffCriteria, 'ids'> & {
  readonly limit: number;
  readonly cursor?: string;
  readonly standing?: StaffStanding | undefined;
};

/** Reads the register of one institution. */
@Injectable()
export class StaffQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly credentials: CredentialStore,
    private readonly room: StaffRoom,
    private readonly rules: StaffRules,
    private readonly views: StaffViews,
  ) {}

  /** @throws NOT_FOUND */
  get(caller: Caller, id: string): Promise<MemberView> {
    return this.work.read(caller, async (manager) => {
      const member = await this.staff.get(manager, id);
      const { institution, isOwn } = await this.room.requireReader(manager, caller, member.institutionId);
      return this.views.full(manager, member, readerOf(institution, isOwn));
    });
  }

  /** @throws NOT_FOUND, INVALID_CURSOR */
  list(caller: Caller, { limit, cursor, standing, ...criteria }: StaffListQuery): Promise<Page<MemberLine>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    return this.work.read(caller, async (manager) => {
      const { institution, isOwn } = await this.room.requireReader(manager, caller, criteria.institutionId);
      const ids =
        standing === undefined
          ? undefined
          : (await this.inPost(manager, institution))
              .filter((each) => each.standing.standing === standing)
              .map(({ member }) => member.id);
      const rows = await this.staff.list(manager, { ...criteria, ids }, { limit, before });
      const page = pageOf(
        rows,
        limit,
        (row) => row,
        ({ id }) => encodeCursor([id]),
      );
      return { ...page, items: await this.views.lines(manager, page.items, readerOf(institution, isOwn)) };
    });
  }

  /** How complete the register is, and whether its names are for the caller to read. @throws NOT_FOUND */
  coverage(
    caller: Caller,
    institutionId: string,
  ): Promise<Coverage & { readonly siteType: StaffSite['siteType']; readonly mayRevealNames: boolean }> {
    return this.work.read(caller, async (manager) => {
      const { institution } = await this.room.requireReader(manager, caller, institutionId);
      const mayRevealNames = await this.room.mayRevealNames(caller, institution);
      const { siteType } = placeOf(institution);
      return { ...coverageOf(await this.inPost(manager, institution)), siteType, mayRevealNames };
    });
  }

  /** What is asked of the people of an institution, whatever their post. @throws NOT_FOUND */
  async asked(caller: Caller, institutionId: string): Promise<StaffRequirementRow[]> {
    const { institution } = await this.work.read(caller, (manager) =>
      this.room.requireReader(manager, caller, institutionId),
    );
    return this.requirements(placeOf(institution));
  }

  requirements(site: StaffSite): Promise<StaffRequirementRow[]> {
    return this.rules.requirements(site);
  }

  /** Everybody in post: one institution has few enough to be judged at once. */
  private async inPost(manager: Tx['manager'], institution: Institution) {
    const page = { limit: MOST_STAFF, before: undefined };
    const members: StaffMember[] = await this.staff.list(manager, { institutionId: institution.id }, page);
    const shown = await this.credentials.ofMembers(
      manager,
      members.map((member) => member.id),
    );
    return this.rules.standings(members, shown, placeOf(institution));
  }
}
