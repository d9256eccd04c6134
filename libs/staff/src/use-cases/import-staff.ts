import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import type { Institution } from '@zhaoguan/institutions';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import {
  credentialOf,
  kindOfCredential,
  leave,
  MOST_STAFF,
  type Credential,
  type StaffMember,
} from '../domain/member';
import { readStaffSheet } from '../import/read-staff-sheet';
import type { SheetFault, SheetMember } from '../import/staff-sheet';
import { CredentialStore } from '../store/credential.store';
import { StaffStore } from '../store/staff.store';
import { StaffRoom } from './staff-room';
import { placeOf, StaffRules } from './staff-rules';

export interface StaffImport {
  /** People in the file. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  /** Certificates and checks that were new. */
  readonly credentials: number;
  /** Where there is one, nothing of the file was taken. */
  readonly faults: readonly SheetFault[];
  /** Cells that were taken otherwise than they stand in the file. */
  readonly remarks: readonly SheetFault[];
}

/** A register comes in as a spreadsheet: all of it, or a list of what is wrong. Brought in again, it changes nothing. */
@Injectable()
export class ImportStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly credentials: CredentialStore,
    private readonly room: StaffRoom,
    private readonly rules: StaffRules,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, STAFF_SHEET_UNREADABLE, STAFF_LIMIT */
  async execute(caller: Caller, institutionId: string, source: Readable, name: string): Promise<StaffImport> {
    const context = await this.work.ask(caller, async (tx) => {
      const place = placeOf(await this.room.requireOwn(tx, institutionId));
      const requirements = await this.rules.requirements(place);
      const ofTerm = await this.rules.typesOfTerm(place);
      return { ...place, requirements, ofTerm, on: dateInShanghai(tx.at) };
    });
    const { members: rows, faults, remarks } = await readStaffSheet(source, name, context);
    if (faults.length > 0)
      return { rows: rows.length, added: 0, changed: 0, credentials: 0, faults, remarks: [] };
    const taken = await this.work.run(caller, async (tx) =>
      this.take(tx, await this.room.requireOwn(tx, institutionId), rows),
    );
    return { ...taken, remarks: taken.faults.length > 0 ? [] : remarks };
  }

  private async take(
    tx: Tx,
    institution: Institution,
    rows: readonly SheetMember[],
  ): Promise<Omit<StaffImport, 'remarks'>> {
    const known = await this.staff.all(tx.manager, institution.id);
    const byKey = new Map(known.map((member) => [keyOf(member), member]));
    const faults = rows.flatMap((row) => faultOf(row, byKey.get(keyOf(row.facts))));
    const count = { rows: rows.length, added: 0, changed: 0, credentials: 0, faults };
    if (faults.length > 0) return count;
    const shown = groupByMember(
      await this.credentials.ofMembers(
        tx.manager,
        known.map(({ id }) => id),
      ),
    );
    for (const row of rows) {
      const before = byKey.get(keyOf(row.facts));
      // Who has left stays as they are.
      if (before && before.leftOn !== null) continue;
      const member = before ?? (await this.staff.insert(tx, institution.id, row.facts));
      const entered = await this.enter(tx, member, row, shown.get(member.id) ?? [], institution);
      const moved = await this.move(tx, member, row);
      count.added += before ? 0 : 1;
      count.credentials += entered;
      count.changed += before && moved ? 1 : 0;
    }
    if ((await this.staff.countInPost(tx.manager, institution.id)) > MOST_STAFF)
      throw refuse('STAFF_LIMIT', { most: MOST_STAFF });
    if (count.added + count.changed + count.credentials > 0) await this.record(tx, institution, count);
    return count;
  }

  private async enter(
    tx: Tx,
    member: StaffMember,
    row: SheetMember,
    shown: readonly Credential[],
    institution: Institution,
  ): Promise<number> {
    const place = placeOf(institution);
    const asked = new Set((await this.rules.requirements(place, row.facts.post)).map(({ code }) => code));
    let entered = 0;
    for (const credential of row.credentials) {
      if (credential.requirement !== null && !asked.has(credential.requirement)) continue;
      const kind = kindOfCredential(credential);
      if (shown.some((each) => kindOfCredential(each) === kind && each.issuedOn === credential.issuedOn))
        continue;
      const months = await this.rules.monthsOf(credential.type, place);
      await this.credentials.insert(tx, member.id, credentialOf(credential, months, dateInShanghai(tx.at)));
      entered += 1;
    }
    return entered;
  }

  /** @returns whether post or departure are other than they were */
  private async move(tx: Tx, member: StaffMember, { facts, leftOn }: SheetMember): Promise<boolean> {
    const wanted = { ...member, post: facts.post };
    if (member.post === facts.post && leftOn === null) return false;
    await this.staff.save(tx, leftOn === null ? wanted : leave(wanted, leftOn, dateInShanghai(tx.at)));
    return true;
  }

  private async record(
    tx: Tx,
    { id: institutionId, district }: Institution,
    { added, changed, credentials }: Pick<StaffImport, 'added' | 'changed' | 'credentials'>,
  ): Promise<void> {
    await tx.enqueue('staff.watch-institution', { institutionId });
    await this.audit.append(tx, {
      action: 'staff.imported',
      subjectType: 'institution',
      subjectId: institutionId,
      district,
      detail: { count: added + changed, credentials },
    });
  }
}

const keyOf = ({ name, employedOn }: Pick<StaffMember, 'name' | 'employedOn'>): string =>
  `${name}/${employedOn}`;

/** Who has left is changed no more: a row that says something else is wrong. */
function faultOf({ row, leftOn, facts }: SheetMember, known: StaffMember | undefined): SheetFault[] {
  if (!known || known.leftOn === null || known.leftOn === leftOn) return [];
  return [
    { row, column: '离职日期', value: leftOn ?? '', reason: `${facts.name}已登记于 ${known.leftOn} 离职` },
  ];
}

function groupByMember(credentials: readonly Credential[]): ReadonlyMap<string, Credential[]> {
  const groups = new Map<string, Credential[]>();
  for (const credential of credentials)
    groups.set(credential.memberId, [...(groups.get(credential.memberId) ?? []), credential]);
  return groups;
}
