import { Injectable } from '@nestjs/common';
import { RecordDisclosure } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { StaffStore } from '../store/staff.store';
import { StaffRoom } from './staff-room';

/** Names of a register by the ids of their people. */
export interface RevealedNames {
  readonly names: Readonly<Record<string, string>>;
  /** How many more disclosures the caller may ask for today. */
  readonly remainingToday: number;
}

/** An official of the authority in charge compares a register with the people who are there: its names in clear, with a reason. */
@Injectable()
export class RevealNames {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly room: StaffRoom,
    private readonly disclosure: RecordDisclosure,
  ) {}

  /** @throws NOT_FOUND, WRONG_DISTRICT, REASON_REQUIRED, REVEAL_LIMIT */
  execute(caller: Caller, institutionId: string, reason: string): Promise<RevealedNames> {
    return this.work.run(caller, async (tx) => {
      const { institution } = await this.room.requireReader(tx.manager, caller, institutionId);
      if (!(await this.room.mayRevealNames(caller, institution))) throw refuse('WRONG_DISTRICT');
      const remainingToday = await this.disclosure.execute(tx, {
        subjectType: 'institution',
        subjectId: institutionId,
        district: institution.district,
        fields: ['staff.name'],
        reason,
      });
      const members = await this.staff.all(tx.manager, institutionId);
      return { names: Object.fromEntries(members.map(({ id, name }) => [id, name])), remainingToday };
    });
  }
}
