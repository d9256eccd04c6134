import { Injectable } from '@nestjs/common';
import { refuse, systemCaller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { UnitOfWork } from '@zhaoguan/platform';
import { districtOf } from '../domain/person';
import { PersonStore } from '../store/person.store';
import { SessionStore } from '../store/session.store';
import { Tokens, type SignedIn } from './tokens';

@Injectable()
export class RefreshSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly tokens: Tokens,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_SIGNED_IN also when the token is held by two: then the family is ended and that is recorded */
  async execute(token: string, traceId: string): Promise<SignedIn & { refreshToken: string }> {
    const outcome = await this.work.run(systemCaller(traceId), async (tx) => {
      const consumed = await this.sessions.consume(tx, token);
      const { personId } = consumed;
      const person = await this.people.findById(tx.manager, personId);
      if (consumed.stolen) {
        // Whoever holds the other token may have got an access token for it.
        await this.people.endTokens(tx, personId);
        await this.audit.append(tx, {
          action: 'access.token-reused',
          subjectType: 'person',
          subjectId: personId,
          district: person ? districtOf(person) : undefined,
        });
        return undefined;
      }
      if (!person || person.disabledAt !== null) return undefined;
      return { person, refreshToken: await this.sessions.issue(tx, personId, consumed) };
    });
    if (!outcome) throw refuse('NOT_SIGNED_IN');
    return { ...(await this.tokens.issue(outcome.person)), refreshToken: outcome.refreshToken };
  }
}
