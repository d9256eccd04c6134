import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@zhaoguan/audit';
import { PartnerCases, requireScope, type ApplicantIdentity, type Partner } from '@zhaoguan/exchange';
import type { Caller, Kind } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import { usccOf, type ApplicationInput } from '../domain/application';
import { DraftFiling } from './draft-filing';
import { EditFiling } from './edit-filing';
import { GetFiling } from './get-filing';
import type { FilingView } from './present-filing';

export interface CaseToReceive {
  /** The partner's own number of the case (业务编号). */
  readonly reference: string;
  readonly applicant: ApplicantIdentity;
  readonly kind: Kind;
  readonly institution: ApplicationInput;
}

/** A partner platform hands in the first filing of one of its users (平台转办). It is a draft like everybody's, by the same rules. */
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
   * @throws KIND_NOT_CONNECTED, WRONG_DISTRICT, NOT_OF_APPLICANT, CASE_REFERENCE_USED, and what DraftFiling throws
   */
  async execute(partner: Partner, entry: CaseToReceive, traceId: string): Promise<FilingView> {
    const { reference, kind, institution } = entry;
    const applicant = { ...entry.applicant, uscc: usccOf(entry.applicant.uscc) };
    requireScope(partner, applicant.uscc, { kind, ...placeOf(institution) });
    const content = canonicalJson(entry);
    if (await this.cases.findSame(partner, reference, content, traceId))
      return this.read(partner, reference, traceId);
    const caller = await this.cases.admit(partner, applicant, traceId);
    try {
      const draft = { type: 'INITIAL', kind, institution, asTyped: true } as const;
      return await this.draft.execute(caller, draft, (tx, filing) =>
        this.cases.enter(tx, partner, {
          reference,
          content,
          filingId: filing.id,
          district: filing.application.district,
        }),
      );
    } catch (error) {
      const raced = error instanceof DomainError && error.code === 'CASE_REFERENCE_USED';
      if (!raced || !(await this.cases.findSame(partner, reference, content, traceId))) throw error;
      return this.read(partner, reference, traceId);
    }
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

const placeOf = ({ district, uscc }: ApplicationInput) => ({ district, uscc: uscc && usccOf(uscc) });
