import { Injectable } from '@nestjs/common';
import { placeOfAuthority, type ExpiryStage } from '@zhaoguan/contracts';
import { InstitutionStore, type Institution } from '@zhaoguan/institutions';
import { addDays, dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import {
  heldBy,
  isPast,
  nextLook,
  NOTICE_TERMS,
  reconcile,
  stageOn,
  type Held,
  type NoticeDays,
  type Watched,
} from '../domain/expiry';
import { expiryProcess } from '../domain/expiry.process';
import { MOST_STAFF } from '../domain/member';
import { CredentialStore } from '../store/credential.store';
import { ExpiryStore, type HolderFacts } from '../store/expiry.store';
import { StaffStore } from '../store/staff.store';
import { EndFormerStaff } from './end-former-staff';
import { placeOf, StaffRules } from './staff-rules';
import { tellNear } from './tell-near';

/** What is held is watched: the open rows are made to say what was filed and entered. Done again, it changes nothing. */
@Injectable()
export class WatchExpiries {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly expiries: ExpiryStore,
    private readonly staff: StaffStore,
    private readonly credentials: CredentialStore,
    private readonly rules: StaffRules,
    private readonly reference: ReferenceData,
    private readonly former: EndFormerStaff,
  ) {}

  async execute(tx: Tx, institutionId: string): Promise<void> {
    // Held, so that two workers that are told of two changes do not both open the same row.
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    const { district, kind } = institution;
    await this.former.execute(tx, institution);
    // Watched by the authority that has its filing.
    const holder: HolderFacts = { institutionId, kind, ...placeOfAuthority(institution) };
    const open = await this.expiries.openForUpdate(tx, institutionId);
    const { renewed, dropped, opened } = reconcile(open, await this.heldIn(tx, institution));
    const on = dateInShanghai(tx.at);
    for (const { row, next } of renewed) await this.end(tx, row, 'renew', { on, next });
    for (const row of dropped) await this.end(tx, row, 'drop', { on, next: null });
    const days = await this.daysAt(holder, on);
    const near: Watched[] = [];
    for (const held of opened) {
      const row = await this.expiries.insert(tx, holder, held, addDays(held.endsOn, -days[0]));
      // What had ended before it was entered is not near until tonight.
      const stage = isPast(row.endsOn, on) ? await this.advance(tx, { ...row, ...holder }, on) : null;
      if (stage !== null) near.push({ ...row, stage });
    }
    await tellNear(tx, near, on);
    await this.expiries.follow(tx, holder);
    if (renewed.length + dropped.length > 0)
      await tx.emit('expiry.moved', { expiriesOf: institutionId, district });
  }

  /** What has come near or has passed: its stage, its end. @returns the stage, where it is to be told */
  async advance(tx: Tx, row: Watched & HolderFacts, on: PlainDate): Promise<ExpiryStage | null> {
    const days = await this.daysAt(row, on);
    const stage = stageOn(row.endsOn, days, on);
    await this.expiries.moveStage(tx, row, stage, nextLook(row.endsOn, days, on));
    if (isPast(row.endsOn, on))
      await this.expiries.move(tx, row, expiryProcess.apply(row.status, 'expire', row, { on, next: null }));
    return stage > row.stage ? stage : null;
  }

  private async end(
    tx: Tx,
    row: Watched,
    action: 'renew' | 'drop',
    moment: { readonly on: PlainDate; readonly next: PlainDate | null },
  ): Promise<void> {
    await this.expiries.move(tx, row, expiryProcess.apply(row.status, action, row, moment));
  }

  private async heldIn(tx: Tx, institution: Institution): Promise<Held[]> {
    const { id, status } = institution;
    if (status === 'CLOSED') return [];
    const page = { limit: MOST_STAFF, before: undefined };
    const members = await this.staff.list(tx.manager, { institutionId: id }, page);
    const shown = await this.credentials.ofMembers(
      tx.manager,
      members.map((member) => member.id),
    );
    const standings = await this.rules.standings(members, shown, placeOf(institution));
    return [
      ...(await this.expiries.heldByInstitution(tx.manager, id)),
      ...standings.flatMap(({ member, standing }) => heldBy(member.id, standing)),
    ];
  }

  private async daysAt(place: Pick<HolderFacts, 'kind' | 'district'>, on: PlainDate): Promise<NoticeDays> {
    const [first, second, last] = await Promise.all(
      NOTICE_TERMS.map(async (code) => (await this.reference.term(code, { ...place, on })).value),
    );
    return [first ?? 0, second ?? 0, last ?? 0];
  }
}
