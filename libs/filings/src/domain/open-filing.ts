import { refuse } from '@zhaoguan/contracts';
import type { DomainError, PlainDate } from '@zhaoguan/kernel';

/** The filing that holds a site; who filed it may be somebody else. */
export interface OpenFiling {
  readonly id: string;
  readonly applicantId: string;
  readonly status: 'SUBMITTED' | 'RETURNED';
  readonly submittedOn: PlainDate;
  /** Last day for handing in again what was returned. */
  readonly correctBy: PlainDate | null;
}

/**
 * Why a site cannot be filed for now, and what the applicant can do about it. Nothing is told of another's filing but
 * its state and its terms.
 */
export function siteTaken(open: OpenFiling, applicantId: string): DomainError {
  const { id, status, submittedOn, correctBy } = open;
  const state =
    status === 'SUBMITTED'
      ? '正由主管机关办理'
      : `已退回补正，补正期限至 ${correctBy ?? '—'}，逾期未补正即视为撤回`;
  if (open.applicantId === applicantId) {
    const reason = `您已于 ${submittedOn} 提交同一代码、同一地址的另一件申请，${state}，请在原件上办理。`;
    return refuse('DUPLICATE_FILING', { reason, filingId: id });
  }
  const reason = `他人已于 ${submittedOn} 提交同一代码、同一地址的申请，${state}。如非贵机构所为，请联系主管机关核实，由其不予办理；该件办结后即可提交。`;
  return refuse('DUPLICATE_FILING', { reason });
}
