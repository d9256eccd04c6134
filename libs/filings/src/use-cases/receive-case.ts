import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@zhaoguan/audit';
import { PartnerCases, requireScope, type ApplicantIdentity, type Partner } from '@zhaoguan/exchange';
import { refuse, type Caller, type FilingType, type Kind } from '@zhaoguan/contracts';
import { DomainError, type FieldError } from '@zhaoguan/kernel';
import { usccOf, type ApplicationInput } from '../domain/application';
import { isAboutRegistered } from '../domain/filing-types';
import { DraftFiling, type DraftToMake } from './draft-filing';
import { EditFiling } from './edit-filing';
import { GetFiling } from './get-filing';
import type { FilingView } from './present-filing';

export interface CaseToReceive {
  /** The partner's own number of the case (业务编号). */
  readonly reference: string;
  readonly applicant: ApplicantIdentity;
  /** A first filing where nothing is said. */
  readonly type?: FilingType;
  readonly kind: Kind;
  /** Of what is no first filing: the number of the case that the institution came of. */
  readonly firstReference?: string;
  readonly institution: ApplicationInput;
}

/**
 * A partner platform hands in for one of its users (平台转办): a first filing, or what is filed of the institution that came of one. It is a
 * draft like everybody's, by the same rules.
 */
@Injectable()
export class ReceiveCase {
  constructor(
    private readonly cases: PartnerCases,
    private readonly draft: DraftFiling,
    private readonly edit: EditFiling,
    private readonly get: GetFiling,
  ) {}

  /**
   * The same case again is answered as it stands now, and nothing is done.
   * @throws KIND_NOT_CONNECTED, WRONG_DISTRICT, NOT_OF_APPLICANT, CASE_REFERENCE_USED, FIRST_CASE_UNKNOWN, FIRST_CASE_NOT_IN_FORCE,
   *   NOT_FIRST_APPLICANT, and what DraftFiling throws
   */
  async execute(partner: Partner, entry: CaseToReceive, traceId: string): Promise<FilingView> {
    const { reference, kind, institution } = entry;
    const applicant = { ...entry.applicant, uscc: usccOf(entry.applicant.uscc) };
    requireScope(partner, applicant.uscc, { kind, ...placeOf(institution) });
    const content = canonicalJson(entry);
    if (await this.cases.findSame(partner, reference, content, traceId))
      return this.read(partner, reference, traceId);
    const { caller, draft } = await this.begun(partner, { ...entry, applicant }, traceId);
    try {
      return await this.draft.execute(caller, draft, (tx, filing) =>
        this.cases.enter(tx, partner, {
          reference,
          content,
          filingId: filing.id,
          district: filing.application.district,
        }),
      );
    } catch (error) {
      // Of two requests at once the slower one meets what the faster one has begun: its number, or its draft about the institution.
      const refused = error instanceof DomainError;
      if (!refused || !(await this.cases.findSame(partner, reference, content, traceId))) throw error;
      return this.read(partner, reference, traceId);
    }
  }

  /** In whose name a draft is made, and of what. @throws VALIDATION_FAILED, and what PartnerCases.ofInstitution throws */
  private async begun(
    partner: Partner,
    { applicant, type = 'INITIAL', kind, firstReference, institution }: CaseToReceive,
    traceId: string,
  ): Promise<{ readonly caller: Caller; readonly draft: DraftToMake }> {
    if (!isAboutRegistered(type)) {
      if (firstReference !== undefined) throw refuse('VALIDATION_FAILED', {}, [NOT_OF_FIRST]);
      const caller = await this.cases.admit(partner, applicant, traceId);
      return { caller, draft: { type, kind, institution, asTyped: true } };
    }
    if (firstReference === undefined) throw refuse('VALIDATION_FAILED', {}, [WHICH_FIRST]);
    const { caller, filingId, institutionId } = await this.cases.ofInstitution(
      partner,
      firstReference,
      applicant,
      traceId,
    );
    const first = await this.get.execute(caller, filingId);
    if (first.kind !== kind) throw refuse('VALIDATION_FAILED', {}, [OTHER_KIND]);
    const { district } = first.institution;
    requireScope(partner, applicant.uscc, { kind, district });
    return { caller, draft: { type, kind, institution, institutionId } };
  }

  /** @throws NOT_FOUND */
  async read(partner: Partner, reference: string, traceId: string): Promise<FilingView> {
    const { caller, filingId } = await this.cases.get(partner, reference, traceId);
    return this.get.execute(caller, filingId);
  }

  /** @throws NOT_FOUND, WRONG_DISTRICT, NOT_OF_APPLICANT, and what EditFiling throws */
  async correct(
    partner: Partner,
    reference: string,
    {
      institution,
      version,
    }: { readonly institution: ApplicationInput; readonly version: number | undefined },
    traceId: string,
  ): Promise<FilingView> {
    const { caller, filingId } = await this.cases.get(partner, reference, traceId);
    const { kind, institution: kept } = await this.get.execute(caller, filingId);
    requireScope(partner, kept.uscc, { kind, ...placeOf(institution) });
    return this.edit.execute(caller, filingId, version, institution);
  }

  /** In whose name the partner reads a case. @throws NOT_FOUND */
  readingFor(partner: Partner, reference: string, traceId: string): Promise<ActingFor> {
    return this.cases.get(partner, reference, traceId);
  }

  /**
   * In whose name the partner acts on a case: as it stands it lies within what the partner is registered for now.
   * @throws NOT_FOUND, KIND_NOT_CONNECTED, WRONG_DISTRICT
   */
  async actingFor(partner: Partner, reference: string, traceId: string): Promise<ActingFor> {
    const acting = await this.cases.get(partner, reference, traceId);
    const { kind, institution } = await this.get.execute(acting.caller, acting.filingId);
    const { district, uscc } = institution;
    requireScope(partner, uscc, { kind, district, uscc });
    return acting;
  }
}

interface ActingFor {
  readonly filingId: string;
  readonly caller: Caller;
}

const NOT_OF_FIRST: FieldError = {
  pointer: '/firstReference',
  code: 'NOT_OF_FIRST',
  message: '首次备案不写这一项；变更、暂停、恢复、终止的，请写明 type',
};
const WHICH_FIRST: FieldError = {
  pointer: '/firstReference',
  code: 'REQUIRED',
  message: '请写明机构首次备案转来时的业务编号',
};
const OTHER_KIND: FieldError = {
  pointer: '/kind',
  code: 'OTHER_KIND',
  message: '与首次备案的机构种类不同',
};

const placeOf = ({ district, uscc }: ApplicationInput) => ({ district, uscc: uscc && usccOf(uscc) });
