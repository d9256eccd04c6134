import { Injectable } from '@nestjs/common';
import { systemCaller, type Caller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { UnitOfWork } from '@zhaoguan/platform';
import { districtOf } from '../domain/person';
import { PersonStore } from '../store/person.store';
import { SessionStore } from '../store/session.store';

@Injectable()
export class SignOut {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly audit: AuditLog,
  ) {}

  /** This device: ends the family of its refresh token. */
  async here(token: string, traceId: string): Promise<void> {
    await this.work.run(systemCaller(traceId), (tx) => this.sessions.revokeFamilyOf(tx, token));
  }

  /** All devices of the person, this one included, at once. */
  async everywhere(caller: Caller): Promise<void> {
    await this.work.run(caller, async (tx) => {
      await this.sessions.revokeAllOf(tx, caller.id);
      await this.people.endTokens(tx, caller.id);
      const person = await this.people.findById(tx.manager, caller.id);
      await this.audit.append(tx, {
        action: 'access.signed-out-everywhere',
        subjectType: 'person',
        subjectId: caller.id,
        district: person ? districtOf(person) : undefined,
      });
    });
  }
}
