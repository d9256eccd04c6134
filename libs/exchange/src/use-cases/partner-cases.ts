import { Inject, Injectable } from '@nestjs/common';
import { CreatePerson, PersonStore, type Person } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { permissionsOf, refuse, systemCaller, type Caller } from '@zhaoguan/contracts';
import type { DomainError, Rng } from '@zhaoguan/kernel';
import { RNG, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { isPartnerEvent } from '../domain/change';
import type { Partner } from '../domain/partner';
import { CaseStore, type LaterStep, type PartnerCase, type Step } from '../store/case.store';

/** Who applies, as the platform's real-name sign-on (实名认证) knows them. */
export interface ApplicantIdentity {
  /** The platform's own and lasting number of the user. */
  readonly userReference: string;
  readonly name: string;
  /** The legal person for which the user acts. */
  readonly uscc: string;
}

type FirstCaseRefusal = 'FIRST_CASE_UNKNOWN' | 'NOT_FIRST_APPLICANT' | 'FIRST_CASE_NOT_IN_FORCE';

/** A case and in whose name the partner acts on it. */
export interface ActingFor {
  readonly filingId: string;
  readonly caller: Caller;
}

/**
 * The cases of partners (平台转办件), for the module that owns what is made of them. A partner has no rights of its own: it acts for
 * the applicant, who may do what every operator may, and reaches only what it has handed in itself.
 */
@Injectable()
export class PartnerCases {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly people: PersonStore,
    private readonly createPerson: CreatePerson,
    private readonly audit: AuditLog,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** @throws NOT_FOUND for a case of somebody else, and when the account was disabled */
  async get(partner: Partner, reference: string, traceId: string): Promise<ActingFor> {
    const [found, person] = await this.work.read(systemCaller(traceId), async (manager) => {
      const kept = await this.cases.find(manager, partner.id, reference);
      return [kept, kept && (await this.people.findById(manager, kept.applicantId))] as const;
    });
    if (!found || !person) throw refuse('NOT_FOUND');
    return { filingId: found.filingId, caller: actingFor(person, traceId) };
  }

  /**
   * The institution that came of a first filing of this partner, and in whose name what follows is handed in for it: by the account
   * that filed, as everywhere. Of whoever else signs in for the same legal person nothing is known here.
   * @throws FIRST_CASE_UNKNOWN, NOT_FIRST_APPLICANT, FIRST_CASE_NOT_IN_FORCE, NOT_FOUND when the account was disabled
   */
  async ofInstitution(
    partner: Partner,
    firstReference: string,
    applicant: ApplicantIdentity,
    traceId: string,
  ): Promise<ActingFor & { readonly institutionId: string }> {
    const index = this.cases.applicantIndex(applicant.userReference, applicant.uscc);
    const [first, applies, person] = await this.work.read(systemCaller(traceId), async (manager) => {
      const kept = await this.cases.find(manager, partner.id, firstReference);
      const account = await this.cases.findApplicant(manager, partner.id, index);
      return [kept, account, kept && (await this.people.findById(manager, kept.applicantId))] as const;
    });
    if (!first || !person) throw refuseAt('/firstReference', 'FIRST_CASE_UNKNOWN');
    if (applies !== first.applicantId) throw refuseAt('/applicant', 'NOT_FIRST_APPLICANT');
    const { filingId, institutionId } = first;
    if (institutionId === null) throw refuseAt('/firstReference', 'FIRST_CASE_NOT_IN_FORCE');
    return { filingId, institutionId, caller: actingFor(person, traceId) };
  }

  /**
   * The case that was handed in before under this number, if any.
   * @throws CASE_REFERENCE_USED when it was another one
   */
  async findSame(
    partner: Partner,
    reference: string,
    content: string,
    traceId: string,
  ): Promise<PartnerCase | undefined> {
    const found = await this.work.read(systemCaller(traceId), (manager) =>
      this.cases.find(manager, partner.id, reference),
    );
    if (found && found.content !== this.cases.contentIndex(content)) throw refuse('CASE_REFERENCE_USED');
    return found;
  }

  /**
   * The account that stands for the applicant. Where there is none it is made, closed for signing in: it has no password, and gets none.
   */
  async admit(partner: Partner, applicant: ApplicantIdentity, traceId: string): Promise<Caller> {
    const index = this.cases.applicantIndex(applicant.userReference, applicant.uscc);
    const person = await this.work.run(systemCaller(traceId), async (tx) => {
      await this.cases.lockApplicant(tx, partner.id, index);
      const known = await this.cases.findApplicant(tx.manager, partner.id, index);
      const found = known === undefined ? null : await this.people.findById(tx.manager, known);
      if (found) return found;
      const created = await this.createAccount(tx, partner, applicant);
      await this.cases.insertApplicant(tx, partner.id, index, created.id);
      return created;
    });
    return actingFor(person, traceId);
  }

  /**
   * In the transaction that makes the filing.
   * @throws CASE_REFERENCE_USED when another request was faster
   */
  async enter(
    tx: Tx,
    partner: Partner,
    entry: {
      readonly reference: string;
      readonly content: string;
      readonly filingId: string;
      readonly district: string;
    },
  ): Promise<void> {
    const { reference, filingId, district } = entry;
    const content = this.cases.contentIndex(entry.content);
    const fresh = await this.cases.insert(tx, {
      partnerId: partner.id,
      reference,
      content,
      filingId,
      applicantId: tx.caller.id,
    });
    if (!fresh) throw refuse('CASE_REFERENCE_USED');
    await this.audit.append(tx, {
      action: 'exchange.case-received',
      subjectType: 'filing',
      subjectId: filingId,
      district,
      detail: { partnerId: partner.id },
    });
  }

  /** Whether a partner handed it in, and so is told of each step in place of the applicant. */
  isTold(manager: Tx['manager'], filingId: string): Promise<boolean> {
    return this.cases.isCase(manager, filingId);
  }

  /** In the transaction that accepts a first filing: what becomes of the institution is told as well from now on. */
  bindInstitution(tx: Tx, filingId: string, institutionId: string): Promise<void> {
    return this.cases.bindInstitution(tx, filingId, institutionId);
  }

  /** In the transaction of an act on an institution that is registered: whose case it came of, is told. */
  async tellLater(tx: Tx, step: LaterStep): Promise<void> {
    const partnerId = await this.cases.appendLater(tx, step);
    if (partnerId !== undefined) await tx.enqueue('exchange.publish-changes', { partnerId });
  }

  /** In the transaction of an act on a filing: whose case it is, is told. */
  async tell(tx: Tx, event: string, step: Omit<Step, 'event'>): Promise<void> {
    if (!isPartnerEvent(event)) return;
    const partnerId = await this.cases.appendChange(tx, { ...step, event });
    if (partnerId !== undefined) await tx.enqueue('exchange.publish-changes', { partnerId });
  }

  private createAccount(tx: Tx, partner: Partner, { name }: ApplicantIdentity): Promise<Person> {
    const hex = (bytes: number): string => Buffer.from(this.rng.bytes(bytes)).toString('hex');
    return this.createPerson.execute(tx, {
      username: `platform-${hex(8)}`,
      name,
      password: null,
      roles: ['OPERATOR'],
      districts: [],
      departments: [],
      homeDistrict: partner.districts[0] ?? null,
      mustChangePassword: false,
    });
  }
}

const refuseAt = (pointer: string, code: FirstCaseRefusal): DomainError =>
  refuse(code, {}, [{ pointer, code }]);

/** @throws NOT_FOUND when the account was disabled: what a person may not do, nobody does in their name */
function actingFor(person: Person, traceId: string): Caller {
  if (person.disabledAt !== null) throw refuse('NOT_FOUND');
  const { id, name, roles, districts, departments } = person;
  return { id, name, roles, permissions: permissionsOf(roles), districts, departments, traceId };
}
