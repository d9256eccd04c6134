import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type PenaltyBasisRow } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { InstitutionStore, type Institution } from '@zhaoguan/institutions';
import { addDays, dateInShanghai, yearOf } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { numberIn, seriesOf } from '../domain/case-number';
import { isInForceAt } from '../domain/penalty-basis';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { Authorities } from './authorities';
import { CaseGrounds } from './case-grounds';
import { PartyOfCase } from './party-of-case';
import { CaseViews, type CaseView } from './case-views';

export interface CaseToOpen {
  readonly institutionId: string;
  /** Either these findings, or all of `resultId` that may ground a case. */
  readonly findingIds?: readonly string[];
  readonly resultId?: string;
  readonly basisCode: string;
}

/** Opens a case (立案) on failed findings of an inspection. */
@Injectable()
export class OpenPenaltyCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly grounds: CaseGrounds,
    private readonly cases: PenaltyCaseStore,
    private readonly reference: ReferenceData,
    private readonly authorities: Authorities,
    private readonly party: PartyOfCase,
    private readonly audit: AuditLog,
    private readonly views: CaseViews,
  ) {}

  /**
   * @throws NOT_FOUND for an institution outside the caller's district, UNKNOWN_PENALTY_BASIS, WRONG_DEPARTMENT, WRONG_DISTRICT, CASE_NEEDS_ANOTHER,
   *   NO_FAILED_FINDING, FINDING_GUIDANCE_ONLY, FINDING_TAKEN
   */
  execute(caller: Caller, input: CaseToOpen): Promise<CaseView> {
    return this.work.run(caller, async (tx) => {
      const institution = await this.institutions.findById(tx.manager, input.institutionId);
      if (!institution) throw refuse('NOT_FOUND');
      const basis = await this.basisFor(institution, input.basisCode);
      const department = basis.enforcedBy.find((code) => caller.departments.includes(code));
      const place = { district: institution.district, township: institution.township };
      if (!department) {
        const names = basis.enforcedBy.map((code) => this.authorities.nameOf(code, place));
        throw refuse('WRONG_DEPARTMENT', { department: (await Promise.all(names)).join('或者') });
      }
      await this.authorities.requireResponsible(caller, place);
      await this.party.requireAnother(tx, { partyId: institution.operatorId, institutionId: institution.id });
      const failed = await this.grounds.find(tx, input, department);
      const openedOn = dateInShanghai(tx.at);
      const { kind, district, township } = institution;
      const term = await this.reference.term('CASE_DECISION', { kind, district, on: openedOn });
      const series = seriesOf(district, kind, 'CASE', yearOf(openedOn));
      const opened = await this.cases.insert(
        tx,
        {
          caseNumber: numberIn(series, await this.cases.nextOrdinal(tx, series)),
          institutionId: institution.id,
          partyId: institution.operatorId,
          kind,
          district,
          township,
          department,
          authorityName: await this.authorities.nameOf(department, place),
          partyName: institution.name,
          partyUscc: institution.uscc,
          partyAddress: institution.address,
          basis,
          investigators: [...new Set(failed.flatMap(({ certificateNumbers }) => certificateNumbers))].sort(),
          openedBy: caller.id,
          openedOn,
          decideBy: addDays(openedOn, term.value),
        },
        failed.map(({ finding }) => finding),
      );
      await this.audit.append(tx, {
        action: 'penalty-case.opened',
        subjectType: 'penalty-case',
        subjectId: opened.id,
        district,
        detail: {
          caseNumber: opened.caseNumber,
          basis: basis.code,
          findingIds: failed.map(({ finding }) => finding.findingId),
        },
      });
      await tx.emit('penalty-case.opened', {
        caseId: opened.id,
        institutionId: institution.id,
        district,
        resultIds: [...new Set(failed.map(({ finding }) => finding.resultId))],
      });
      return this.views.full(tx.manager, caller, opened, openedOn);
    });
  }

  /** A clause for this kind of institution that is in force where it stands. */
  private async basisFor(institution: Institution, code: string): Promise<PenaltyBasisRow> {
    const rows = await this.reference.list<PenaltyBasisRow>('penalty-bases');
    const basis = rows.find(
      (row) => row.code === code && row.kind === institution.kind && isInForceAt(row, institution.district),
    );
    if (basis) return basis;
    throw refuse('UNKNOWN_PENALTY_BASIS', {}, [{ pointer: '/basisCode', code: 'UNKNOWN_PENALTY_BASIS' }]);
  }
}
